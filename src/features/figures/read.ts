import { addWeeks, type IsoWeek, weekOf } from '../../calendar/iso-week.ts';
import type { Executor } from '../../db/schema.ts';
import { countCheckins } from '../checkins/store.ts';
import { accountOf } from '../nudges/store.ts';
import { type ShownAccount, withhold, withholdPairs } from './rules.ts';

export interface WeekFigures {
  readonly week: IsoWeek;
  /** Null when too few members were due. */
  readonly account: ShownAccount | null;
  readonly pairs: number | null;
}

/** The last weeks that anybody was due in, newest first, with nothing in them that points at a person. */
export async function readFigures(
  db: Executor,
  options: { readonly now: number; readonly zone: string; readonly weeks: number; readonly smallest: number },
): Promise<readonly WeekFigures[]> {
  // In the earliest zones Monday has begun while it is still Sunday here.
  const newest = addWeeks(weekOf(options.now, options.zone), 1);
  const figures: WeekFigures[] = [];
  for (let back = 0; back <= options.weeks; back += 1) {
    const week = addWeeks(newest, -back);
    const account = await accountOf(db, week);
    if (account.eligible === 0) continue;
    const shown = withhold(account, options.smallest);
    const checkins = await countCheckins(db, week);
    figures.push({
      week,
      account: shown,
      pairs: shown && withholdPairs(checkins, account.sent, options.smallest),
    });
  }
  return figures;
}
