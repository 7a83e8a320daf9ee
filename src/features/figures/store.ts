import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { Executor } from '../../db/schema.ts';

/** How many pairs noted a check-in for a week, folded weeks included. */
export async function countPairsCheckedIn(db: Executor, week: IsoWeek): Promise<number> {
  const live = await db
    .selectFrom('acknowledgements')
    .select((select) => select.fn.count<number>('pair_id').distinct().as('pairs'))
    .where('week', '=', week)
    .executeTakeFirstOrThrow();
  const folded = await db
    .selectFrom('checkin_sums')
    .select('pairs')
    .where('week', '=', week)
    .executeTakeFirst();
  return Number(live.pairs) + (folded?.pairs ?? 0);
}
