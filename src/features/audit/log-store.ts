import type { PersonRef } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';

export interface UnloggedEntry {
  readonly id: string;
  readonly action: string;
  readonly about: string;
  /** Null once they've been erased. */
  readonly by: Account | null;
  /** Null where it's about nobody, or about someone who has been erased. */
  readonly to: Account | null;
  readonly at: number;
}

type Account = Pick<PersonRef, 'platform' | 'id'>;

/** What hasn't gone to the log yet, the oldest first. */
export async function findUnlogged(db: Executor, most: number): Promise<readonly UnloggedEntry[]> {
  const rows = await db
    .selectFrom('audit_entries')
    .selectAll()
    .where('logged_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    action: row.action,
    about: row.about,
    by: account(row.platform, row.person_id),
    to: account(row.subject_platform, row.subject_person_id),
    at: row.created_at,
  }));
}

function account(platform: PersonRef['platform'] | null, id: string | null): Account | null {
  return platform === null || id === null ? null : { platform, id };
}

export async function markLogged(db: Executor, ids: readonly string[], now: number): Promise<void> {
  await db.updateTable('audit_entries').set({ logged_at: now }).where('id', 'in', ids).execute();
}
