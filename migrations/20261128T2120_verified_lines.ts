import type { Kysely } from 'kysely';

/** When an administrator last looked a line up, and what it said then: a line that says something else hasn't been looked up. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('verified_lines')
    .addColumn('line_id', 'text', (column) => column.primaryKey())
    .addColumn('said_then', 'text', (column) => column.notNull())
    .addColumn('verified_at', 'bigint', (column) => column.notNull())
    .execute();
}
