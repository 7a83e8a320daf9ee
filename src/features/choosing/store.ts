import type { Executor } from '../../db/schema.ts';

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
