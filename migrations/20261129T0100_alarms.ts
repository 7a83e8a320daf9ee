import type { Kysely } from 'kysely';

/** What administrators have been told is wrong, until it's fine again; and when each platform was last heard. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('alarms')
    .addColumn('matter', 'text', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addColumn('raised_at', 'bigint')
    .addColumn('told_at', 'bigint')
    .execute();
  await db.schema
    .createTable('platforms_heard')
    .addColumn('platform', 'text', (column) => column.primaryKey())
    .addColumn('heard_at', 'bigint', (column) => column.notNull())
    .addColumn('watched_at', 'bigint', (column) => column.notNull())
    .execute();
}
