import type { PersonRef } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';

/** Whose profile hasn't been looked up since `instant`, those first that wait for longest. */
export async function findUnchecked(
  db: Executor,
  instant: number,
  most: number,
): Promise<readonly { readonly id: string; readonly person: PersonRef }[]> {
  const rows = await db
    .selectFrom('supporters')
    .select(['id', 'platform', 'workspace', 'person_id'])
    .where('profile_checked_at', '<', instant)
    .orderBy('profile_checked_at')
    .limit(most)
    .execute();
  return rows.map(({ id, platform, workspace, person_id }) => ({
    id,
    person: { platform, workspace, id: person_id },
  }));
}

/** `name`: as the platform tells it now; absent where it couldn't be asked. */
export async function saveChecked(
  db: Executor,
  id: string,
  { at, name }: { readonly at: number; readonly name?: string },
): Promise<void> {
  await db.updateTable('supporters').set({ profile_checked_at: at, name }).where('id', '=', id).execute();
}
