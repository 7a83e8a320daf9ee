import type { Reader } from '../../chat/reader.ts';
import type { Figures } from '../figures/release.ts';
import { ages } from '../pairing/sums-store.ts';
import type { Line, Picture } from './chart.ts';
import { sayHalfYear } from './periods.ts';
import type { Released } from './read.ts';
import { wordsFor } from './words.ts';

type Reading = Pick<Reader, 'language'>;

/** As many lines as can be told apart. */
const halfYearsShown = 4;

type Point = Figures<'together-3'>['point'];

interface HalfYear {
  readonly name: string;
  /** Undefined for an age that hasn't come yet. */
  readonly points: readonly { readonly months: number; readonly point: Point | undefined }[];
}

/** How many of the pairs that began in a half-year are still together, as months go by. */
export function togetherPicture(reader: Reading, { figures, smallest }: Released): Picture {
  const { together: words, notShown, percent, withheld } = wordsFor(reader);
  const halfYears = [
    ...new Set(ages.flatMap((age) => figures[`together-${age}`].map(({ period }) => period))),
  ]
    .sort()
    .slice(-halfYearsShown)
    .map(
      (period): HalfYear => ({
        name: sayHalfYear(reader, period),
        points: ages.map((months) => {
          const release = figures[`together-${months}`].find((one) => one.period === period);
          return { months, point: release === undefined ? undefined : (release.figures?.point ?? null) };
        }),
      }),
    );
  const said = (point: Point | undefined): string => {
    if (point === undefined) return words.notYet;
    if (point === null) return notShown;
    return point.type === 'share' ? percent(point.share) : words.said[point.type];
  };
  const lines = halfYears.map(lineOf);
  const [latest] = halfYears
    .toReversed()
    .flatMap(({ name, points }) => points.map((one) => ({ name, ...one })))
    .filter(({ point }) => point != null)
    .sort((one, other) => other.months - one.months);
  const hidden = halfYears.filter(({ points }) => points.some(({ point }) => point === null));
  return {
    id: 'together',
    title: words.title,
    reading:
      latest === undefined
        ? words.none
        : words.reading(said(latest.point).toLowerCase(), latest.name, latest.months),
    chart: lines.length === 0 ? null : { type: 'lines', lines, months: words.month },
    notes: [words.legend, ...hidden.map(({ name }) => withheld(name, smallest))],
    table: {
      columns: words.columns,
      rows: halfYears.map(({ name, points }) => [name, ...points.map(({ point }) => said(point))]),
    },
  };
}

/** Begins with all of them, stays as it was where fewer than can be told of have ended, and stops where nothing may be said. */
function lineOf({ name, points }: HalfYear): Line {
  const drawn = [{ months: 0, percent: 100 }];
  for (const { months, point } of points) {
    if (point == null || point.type === 'few') break;
    drawn.push({ months, percent: point.type === 'share' ? point.share : (drawn.at(-1)?.percent ?? 100) });
  }
  return { label: name, points: drawn };
}
