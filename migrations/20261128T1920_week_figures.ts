import type { Kysely } from 'kysely';

/** What administrators are shown of a week, written down once it's over. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('week_figures')
    .addColumn('week', 'text', (column) => column.primaryKey())
    .addColumn('shown', 'text', (column) => column.notNull())
    .addColumn('smallest', 'integer', (column) => column.notNull())
    .execute();
}
