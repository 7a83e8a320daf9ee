import type { Executor } from '../../db/schema.ts';

/** How many buddies each of these members has today. Who has none is absent. */
export async function countBuddies(
  db: Executor,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (memberIds.length === 0) return new Map();
  const pairs = await db
    .selectFrom('pairs')
    .select(['first_member_id', 'second_member_id'])
    .where('ended_at', 'is', null)
    .where((where) =>
      where.or([where('first_member_id', 'in', memberIds), where('second_member_id', 'in', memberIds)]),
    )
    .execute();
  const counts = new Map<string, number>();
  for (const id of pairs.flatMap((pair) => [pair.first_member_id, pair.second_member_id])) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
