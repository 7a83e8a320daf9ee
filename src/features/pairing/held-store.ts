import type { ExpressionBuilder } from 'kysely';
import type { Executor, Schema } from '../../db/schema.ts';
import { findMembers } from '../../people/members/store.ts';

export interface HeldBuddy {
  readonly name: string;
  readonly since: number;
  /** Null while they are buddies. */
  readonly until: number | null;
}

/** A member's buddies by the id of the pair, ended pairs too, in the order in which they began. */
export async function findBuddiesByPair(
  db: Executor,
  memberId: string,
): Promise<ReadonlyMap<string, HeldBuddy>> {
  const rows = await db.selectFrom('pairs').selectAll().where(isOf(memberId)).orderBy('started_at').execute();
  const buddyOf = (row: (typeof rows)[number]): string =>
    row.first_member_id === memberId ? row.second_member_id : row.first_member_id;
  const members = await findMembers(db, rows.map(buddyOf));
  const nameOf = (id: string): string => members.find((member) => member.id === id)?.name ?? '';
  return new Map(
    rows.map((row) => [row.id, { name: nameOf(buddyOf(row)), since: row.started_at, until: row.ended_at }]),
  );
}

/** All pairs of a member, with what hangs on them. */
export async function deletePairs(db: Executor, memberId: string): Promise<void> {
  await db.deleteFrom('pairs').where(isOf(memberId)).execute();
}

function isOf(memberId: string) {
  return (row: ExpressionBuilder<Schema, 'pairs'>) =>
    row.or([row('first_member_id', '=', memberId), row('second_member_id', '=', memberId)]);
}
