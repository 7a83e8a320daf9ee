import { type PersonRef, personKey } from '../../chat/person.ts';
import { locksRows, takeTurn } from '../../db/locks.ts';
import { prepared } from '../../db/prepared.ts';
import type { Executor } from '../../db/schema.ts';
import { findMember, findMembers, lockMembers, type Member } from '../../people/members/store.ts';
import { newId } from '../../system/ids.ts';
import { countEnded } from './sums-store.ts';

/** A pair as one of the two sees it. */
export interface Pair {
  readonly id: string;
  readonly buddy: Member;
  readonly startedAt: number;
}

/** The member's pairs of today, in the order in which they began. */
export async function findPairs(db: Executor, memberId: string): Promise<Pair[]> {
  const found = await pairRows(db, { memberId });
  const rows = found.rows.toSorted(
    (one, other) => one.started_at - other.started_at || (one.id < other.id ? -1 : 1),
  );
  const buddyOf = (row: (typeof rows)[number]): string =>
    row.first_member_id === memberId ? row.second_member_id : row.first_member_id;
  const buddies = await findMembers(db, rows.map(buddyOf));
  return rows.flatMap((row) => {
    const buddy = buddies.find((member) => member.id === buddyOf(row));
    return buddy === undefined ? [] : [{ id: row.id, buddy, startedAt: row.started_at }];
  });
}

/** From either side by its index: with `or`, SQLite would go through the pairs of everyone. */
const pairRows = prepared((db, { memberId }: { memberId: string }) => {
  const inForce = db.selectFrom('pairs').selectAll().where('ended_at', 'is', null);
  return inForce
    .where('first_member_id', '=', memberId)
    .unionAll(inForce.where('second_member_id', '=', memberId));
});

/**
 * The first step of every transaction in which someone acts, or something happens to them: until it is over, nobody
 * else acts for the same person, member or not, nor changes them or their buddies. Who else it is about (an inviter,
 * say) is held next, with `lockMember`; then come invitations and codes, and messages last.
 */
export async function lockWithBuddies(db: Executor, person: PersonRef): Promise<void> {
  if (!locksRows(db)) return;
  await takeTurn(db, `person ${personKey(person)}`);
  const me = await findMember(db, person);
  if (me === null) return;
  const pairs = await findPairs(db, me.id);
  await lockMembers(db, [me.id, ...pairs.map((pair) => pair.buddy.id)]);
}

/** Writes the pair; null when the two are buddies already. */
export async function startPair(
  db: Executor,
  one: Member,
  other: Member,
  now: number,
): Promise<string | null> {
  const id = newId();
  const [first, second] = [one.id, other.id].sort() as [string, string];
  const inserted = await db
    .insertInto('pairs')
    .values({ id, first_member_id: first, second_member_id: second, started_at: now, ended_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n ? id : null;
}

/** True when this ended it; false when it had ended before. */
export async function endPair(db: Executor, pairId: string, now: number): Promise<boolean> {
  const ended = await db
    .updateTable('pairs')
    .set({ ended_at: now })
    .where('id', '=', pairId)
    .where('ended_at', 'is', null)
    .returning('started_at')
    .executeTakeFirst();
  if (ended === undefined) return false;
  await countEnded(db, ended.started_at, now);
  return true;
}

/** Ended pairs stay until their acknowledgements have been folded into sums. */
export async function forgetPairsEndedBefore(db: Executor, instant: number): Promise<void> {
  await db.deleteFrom('pairs').where('ended_at', '<', instant).execute();
}
