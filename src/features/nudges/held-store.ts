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
