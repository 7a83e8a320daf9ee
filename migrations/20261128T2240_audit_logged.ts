import type { Kysely } from 'kysely';

/** Which entries of the audit list have gone to the hospital's log collector: null for those that haven't. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('audit_entries').addColumn('logged_at', 'bigint').execute();
}
