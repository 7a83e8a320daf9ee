import { sayHalfYear } from '../../calendar/say.ts';
import type { Reader } from '../../chat/reader.ts';
import type { Line, Picture } from './chart.ts';
import { type CurvePoint, curvesOf, latestPoint } from './curve.ts';
import type { Released } from './read.ts';
import { wordsFor } from './words.ts';

/** As many lines as can be told apart. */
const halfYearsShown = 4;

/** How many of the pairs that began in a half-year are still together, as months go by. */
export function togetherPicture(reader: Pick<Reader, 'language'>, released: Released): Picture {
  const { together: words, notShown, percent, withheld } = wordsFor(reader);
  const halfYears = curvesOf(released)
    .slice(-halfYearsShown)
    .map(({ halfYear, points }) => ({ name: sayHalfYear(halfYear, reader), points }));
  const said = ({ point, shareBefore }: CurvePoint): string => {
    if (point === undefined) return words.notYet;
    if (point === null) return notShown;
    if (point.type === 'share') return percent(point.share);
    return point.type === 'as-before' && shareBefore !== null
      ? words.nearly(shareBefore)
      : words.said[point.type];
  };
  const latest = latestPoint(released);
  const hidden = halfYears.filter(({ points }) => points.some(({ point }) => point === null));
  const lines = halfYears.map(({ name, points }): Line => ({ label: name, points: drawn(points) }));
  return {
    id: 'together',
    title: words.title,
    reading:
      latest === undefined
        ? words.none
        : words.reading(said(latest).toLowerCase(), sayHalfYear(latest.halfYear, reader), latest.months),
    chart: lines.length === 0 ? null : { type: 'lines', lines, months: words.month, percent },
    notes: [words.legend, ...hidden.map(({ name }) => withheld(name, released.smallest))],
    table: { columns: words.columns, rows: halfYears.map(({ name, points }) => [name, ...points.map(said)]) },
  };
}

/** Begins with all of them, stays as it was where fewer than can be told of have ended, and stops where nothing may be said. */
function drawn(points: readonly CurvePoint[]): Line['points'] {
  const places = [{ months: 0, percent: 100 }];
  for (const { months, point, shareBefore } of points) {
    if (point == null || point.type === 'few') break;
    places.push({ months, percent: point.type === 'share' ? point.share : (shareBefore ?? 100) });
  }
  return places;
}
