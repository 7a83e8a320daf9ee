import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { Executor } from '../../db/schema.ts';
import type { NudgesNotSentTable } from './table.ts';

export type HeldMonday = Pick<NudgesNotSentTable, 'week' | 'outcome'>;

export function findMondaysWithout(db: Executor, memberId: string): Promise<HeldMonday[]> {
  return db
    .selectFrom('nudges_not_sent')
    .select(['week', 'outcome'])
    .where('member_id', '=', memberId)
    .orderBy('week')
    .execute();
}

/** Sums of weeks before `week`, to which nothing is added any more, and which would be shown to nobody. */
export async function forgetSmallSums(db: Executor, week: IsoWeek, smallestGroup: number): Promise<void> {
  const small = db
    .selectFrom('nudge_sums')
    .select('week')
    .where('week', '<', week)
    .groupBy('week')
    .having(({ fn }) => fn.sum('members'), '<', smallestGroup);
  await db.deleteFrom('nudge_sums').where('week', 'in', small).execute();
}
