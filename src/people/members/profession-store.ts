import type { Executor } from '../../db/schema.ts';
import { updateMember } from './store.ts';

/** The profession that a member chose to say; null where they didn't. */
export async function professionOf(db: Executor, memberId: string): Promise<string | null> {
  const row = await db
    .selectFrom('members')
    .select('profession')
    .where('id', '=', memberId)
    .executeTakeFirst();
  return row?.profession ?? null;
}

/** Null takes it back. */
export async function saveProfession(
  db: Executor,
  memberId: string,
  profession: string | null,
): Promise<void> {
  await updateMember(db, memberId, { profession });
}

/** Nobody is asked any more, so nobody's is kept. */
export async function forgetProfessions(db: Executor): Promise<void> {
  await db.updateTable('members').set({ profession: null }).where('profession', 'is not', null).execute();
}

/** How many of those who take part chose to say which profession; null stands for those who didn't. */
export async function countByProfession(db: Executor): Promise<ReadonlyMap<string | null, number>> {
  const rows = await db
    .selectFrom('members')
    .select(['profession', (select) => select.fn.countAll<number>().as('members')])
    .where('cadence', 'is not', null)
    .groupBy('profession')
    .execute();
  return new Map(rows.map(({ profession, members }) => [profession, Number(members)]));
}
