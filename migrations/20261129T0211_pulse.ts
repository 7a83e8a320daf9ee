import { type Kysely, PostgresAdapter, sql } from 'kysely';

/**
 * The pulse. Nothing of who was asked leads to what's counted, and nothing of it says when. What has been spent is kept in the
 * order of its fingerprints alone: SQLite would number the rows in the order in which they came, were it not told otherwise.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const inOrderOfKey = db.getExecutor().adapter instanceof PostgresAdapter ? sql`` : sql`without rowid`;
  await db.schema
    .createTable('pulse_asked')
    .addColumn('member_id', 'text', (column) =>
      column.primaryKey().references('members.id').onDelete('cascade'),
    )
    .addColumn('told_at', 'bigint', (column) => column.notNull())
    .addColumn('quarter', 'text')
    .execute();
  await db.schema
    .createTable('pulses')
    .addColumn('quarter', 'text', (column) => column.primaryKey())
    .addColumn('secret', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('pulse_spent')
    .addColumn('fingerprint', 'text', (column) => column.primaryKey())
    .addColumn('quarter', 'text', (column) => column.notNull())
    .modifyEnd(inOrderOfKey)
    .execute();
  await db.schema
    .createTable('pulse_counts')
    .addColumn('quarter', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull().check(sql`question in ('feeling', 'weighs')`))
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('pulse_counts_key', ['quarter', 'question', 'answer'])
    .modifyEnd(inOrderOfKey)
    .execute();
}
