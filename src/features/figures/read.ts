import { addWeeks, type IsoWeek, weekOf } from '../../calendar/iso-week.ts';
import type { Executor } from '../../db/schema.ts';
import { type Progress, progressOf } from '../nudges/store.ts';
import { inSteps } from './rules.ts';
import { type EndedWeek, findEnded } from './store.ts';

export type WeekFigures = { readonly week: IsoWeek } & (
  | ({ readonly type: 'ended' } & EndedWeek)
  | { readonly type: 'under-way'; readonly progress: Progress }
);

/** The last weeks that nudges went out in, newest first, with nothing in them that points at a person. */
export async function readFigures(
  db: Executor,
  options: { readonly now: number; readonly zone: string; readonly weeks: number; readonly smallest: number },
): Promise<readonly WeekFigures[]> {
  const { now, zone, smallest } = options;
  // In the earliest zones Monday has begun while it is still Sunday here.
  const newest = addWeeks(weekOf(now, zone), 1);
  const weeks = Array.from({ length: options.weeks + 1 }, (_, back) => addWeeks(newest, -back));
  const ended = await findEnded(db, weeks, smallest);
  const figures: WeekFigures[] = [];
  for (const week of weeks) {
    const asItWas = ended.get(week);
    if (asItWas !== undefined) {
      figures.push({ week, type: 'ended', ...asItWas });
      continue;
    }
    const progress = await progressOf(db, week, smallest);
    if (progress !== null) figures.push({ week, type: 'under-way', progress: inSteps(progress, smallest) });
  }
  return figures;
}
