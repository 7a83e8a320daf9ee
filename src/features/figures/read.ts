import { addWeeks, type IsoWeek, weekOf } from '../../calendar/iso-week.ts';
import type { Executor } from '../../db/schema.ts';
import { inSteps, type Progress, stepOf } from '../guard/progress.ts';
import { progressOf } from '../nudges/store.ts';
import { ages } from '../pairing/sums-store.ts';
import type { Figures } from './release.ts';
import { findReleases, type Release } from './store.ts';
import type { Age } from './together.ts';

export type WeekFigures = { readonly week: IsoWeek } & (
  | {
      readonly type: 'ended';
      /** Null where they were made for smaller groups than may be shown now. */
      readonly figures: Figures<'week'> | null;
      /** The smallest group when they were made. */
      readonly smallest: number;
    }
  | { readonly type: 'under-way'; readonly progress: Progress; readonly step: number }
);

/** The pairs that began in a half-year, at the ages that have been released. */
export interface TogetherFigures {
  readonly halfYear: string;
  readonly points: readonly { readonly months: Age; readonly point: Figures<'together-3'>['point'] }[];
}

/** Everything that has been released, the newest first. */
export interface AllFigures {
  /** With the weeks that are under way. */
  readonly weeks: readonly WeekFigures[];
  readonly quarters: readonly Release<'quarter'>[];
  readonly pulses: readonly Release<'pulse'>[];
  readonly together: readonly TogetherFigures[];
}

interface Looking {
  readonly now: number;
  readonly zone: string;
  readonly weeks: number;
  readonly smallest: number;
}

export async function readAllFigures(db: Executor, looking: Looking): Promise<AllFigures> {
  return {
    weeks: await readFigures(db, looking),
    quarters: (await findReleases(db, 'quarter', looking.smallest)).toReversed(),
    pulses: (await findReleases(db, 'pulse', looking.smallest)).toReversed(),
    together: await readTogether(db, looking.smallest),
  };
}

/** The last weeks that nudges went out in, newest first, with nothing in them that points at a person. */
export async function readFigures(
  db: Executor,
  { now, zone, weeks, smallest }: Looking,
): Promise<readonly WeekFigures[]> {
  // In the earliest zones Monday has begun while it is still Sunday here.
  const newest = addWeeks(weekOf(now, zone), 1);
  const released = new Map((await findReleases(db, 'week', smallest)).map((one) => [one.period, one]));
  const step = stepOf({ smallest });
  const figures: WeekFigures[] = [];
  for (const week of Array.from({ length: weeks + 1 }, (_, back) => addWeeks(newest, -back))) {
    const ended = released.get(week);
    if (ended !== undefined) {
      figures.push({ week, type: 'ended', figures: ended.figures, smallest: ended.smallest });
      continue;
    }
    const progress = await progressOf(db, week, step);
    if (progress !== null)
      figures.push({ week, type: 'under-way', progress: inSteps(progress, { smallest }), step });
  }
  return figures;
}

async function readTogether(db: Executor, smallest: number): Promise<readonly TogetherFigures[]> {
  const points = await Promise.all(
    ages.map(async (months) => {
      const releases = await findReleases(db, `together-${months}`, smallest);
      return releases.map(({ period, figures }) => ({ period, months, point: figures?.point ?? null }));
    }),
  );
  const byHalfYear = Map.groupBy(points.flat(), ({ period }) => period);
  return [...byHalfYear]
    .map(([halfYear, ofIt]) => ({ halfYear, points: ofIt.map(({ months, point }) => ({ months, point })) }))
    .sort((one, other) => (one.halfYear < other.halfYear ? 1 : -1));
}
