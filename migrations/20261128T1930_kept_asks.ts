import { type Kysely, sql } from 'kysely';

/** What still counts against the limits on asking once the one who asked has been erased. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('kept_asks')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('asker_fingerprint', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('invitation', 'checkin')`))
    .addColumn('both_fingerprint', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('kept_asks_asker')
    .on('kept_asks')
    .columns(['asker_fingerprint', 'asked_at'])
    .execute();
}
