import type { Kysely } from 'kysely';

/** Who does not want to be asked again, and by whom. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('ask_refusals')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('asked_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('ask_refusals_key', ['platform', 'workspace', 'person_id', 'asked_by'])
    .execute();
}
