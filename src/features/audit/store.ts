import type { Mention } from '../../chat/card.ts';
import type { PersonRef } from '../../chat/person.ts';
import { personColumns } from '../../db/person-columns.ts';
import type { Executor } from '../../db/schema.ts';
import { newId } from '../../system/ids.ts';
import { type AuditAction, isAuditAction } from './rules.ts';

export interface AuditEntry {
  /** Null once they've been erased. */
  readonly by: string | null;
  readonly action: AuditAction;
  readonly about: string;
  /** Null where it's about nobody, or about someone who has been erased. */
  readonly subject: string | null;
  readonly at: number;
}

/** What someone with a role does, written down in the transaction in which they do it. */
export async function writeAudit(
  db: Executor,
  { by, action, about, subject }: { by: Mention; action: AuditAction; about: string; subject?: Mention },
  now: number,
): Promise<void> {
  await db
    .insertInto('audit_entries')
    .values({
      id: newId(),
      ...personColumns(by.person),
      name: by.name,
      action,
      about,
      subject_platform: subject?.person.platform ?? null,
      subject_workspace: subject?.person.workspace ?? null,
      subject_person_id: subject?.person.id ?? null,
      subject_name: subject?.name ?? null,
      created_at: now,
      logged_at: null,
    })
    .execute();
}

/** The newest first. */
export async function findAudit(db: Executor, most: number): Promise<readonly AuditEntry[]> {
  const rows = await db
    .selectFrom('audit_entries')
    .select(['name', 'action', 'about', 'subject_name', 'created_at'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.flatMap(({ name, action, about, subject_name, created_at }) =>
    isAuditAction(action) ? [{ by: name, action, about, subject: subject_name, at: created_at }] : [],
  );
}

/** Who did this last, about the same; null where nobody did, or they've been erased. */
export async function findWhoDid(
  db: Executor,
  action: AuditAction,
  about: string,
): Promise<PersonRef | null> {
  const row = await db
    .selectFrom('audit_entries')
    .select(['platform', 'workspace', 'person_id'])
    .where('action', '=', action)
    .where('about', '=', about)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || row.platform === null || row.workspace === null || row.person_id === null)
    return null;
  return { platform: row.platform, workspace: row.workspace, id: row.person_id };
}

/** What they did, and when. */
export function findAuditOf(
  db: Executor,
  person: PersonRef,
): Promise<readonly { readonly action: string; readonly about: string; readonly at: number }[]> {
  return db
    .selectFrom('audit_entries')
    .select(['action', 'about', 'created_at as at'])
    .where((row) =>
      row.or([
        row.and(personColumns(person)),
        row.and({
          subject_platform: person.platform,
          subject_workspace: person.workspace,
          subject_person_id: person.id,
        }),
      ]),
    )
    .orderBy('created_at')
    .execute();
}

/** What was done stays on the list, by nobody and to nobody. */
export async function unnameInAudit(db: Executor, person: PersonRef): Promise<void> {
  await db
    .updateTable('audit_entries')
    .set({ platform: null, workspace: null, person_id: null, name: null })
    .where((row) => row.and(personColumns(person)))
    .execute();
  await db
    .updateTable('audit_entries')
    .set({ subject_platform: null, subject_workspace: null, subject_person_id: null, subject_name: null })
    .where((row) =>
      row.and({
        subject_platform: person.platform,
        subject_workspace: person.workspace,
        subject_person_id: person.id,
      }),
    )
    .execute();
}

export async function forgetAuditBefore(db: Executor, instant: number): Promise<void> {
  await db.deleteFrom('audit_entries').where('created_at', '<', instant).execute();
}
