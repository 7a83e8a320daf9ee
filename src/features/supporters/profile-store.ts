import type { Language } from '../../chat/language.ts';
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

/** `name` and `language`: as the platform tells them now; absent where it couldn't be asked, or didn't say. */
export async function saveChecked(
  db: Executor,
  id: string,
  { at, ...told }: { readonly at: number; readonly name?: string; readonly language?: Language },
): Promise<void> {
  await db
    .updateTable('supporters')
    .set({ profile_checked_at: at, ...told })
    .where('id', '=', id)
    .execute();
}
