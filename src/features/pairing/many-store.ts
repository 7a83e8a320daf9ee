import { among } from '../../db/among.ts';
import type { Executor } from '../../db/schema.ts';
import { findMembers, type Member } from '../../people/members/store.ts';
import type { Pair } from './store.ts';

/**
 * The pairs of many members at once, by the id of the member who reads about them, in the order in which they began.
 * Two who are both among them, as most buddies are on a Monday, are not read a second time.
 */
export async function findPairsOfMany(
  db: Executor,
  members: readonly Member[],
): Promise<ReadonlyMap<string, readonly Pair[]>> {
  const ids = members.map((member) => member.id);
  const ofSide = (side: 'first_member_id' | 'second_member_id') =>
    db
      .selectFrom('pairs')
      .select(['id', 'first_member_id', 'second_member_id', 'started_at'])
      .where('ended_at', 'is', null)
      .where(among(db, side, ids))
      .execute();
  const rows = [...(await ofSide('first_member_id')), ...(await ofSide('second_member_id'))];
  const found = [...new Map(rows.map((row) => [row.id, row])).values()];
  found.sort((one, other) => one.started_at - other.started_at || (one.id < other.id ? -1 : 1));

  const buddies = new Map(members.map((member) => [member.id, member]));
  const others = new Set(found.flatMap((row) => [row.first_member_id, row.second_member_id]));
  for (const id of ids) others.delete(id);
  for (const buddy of await findMembers(db, [...others])) buddies.set(buddy.id, buddy);

  const pairs = new Map<string, Pair[]>(ids.map((id) => [id, []]));
  for (const { id, started_at: startedAt, first_member_id: first, second_member_id: second } of found) {
    for (const [reader, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const buddy = buddies.get(other);
      if (buddy !== undefined) pairs.get(reader)?.push({ id, buddy, startedAt });
    }
  }
  return pairs;
}

/** How many buddies each of these members has today. Who has none is absent. */
export async function countBuddies(
  db: Executor,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (memberIds.length === 0) return new Map();
  const inForce = db.selectFrom('pairs').where('ended_at', 'is', null);
  const sides = await inForce
    .select('first_member_id as id')
    .where('first_member_id', 'in', memberIds)
    .unionAll(inForce.select('second_member_id as id').where('second_member_id', 'in', memberIds))
    .execute();
  const counts = new Map<string, number>();
  for (const { id } of sides) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
