import type { Kysely } from 'kysely';

/** A member's second account, on another platform, and the codes that link one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('linked_accounts')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('member_id', 'text', (column) =>
      column.notNull().unique().references('members.id').onDelete('cascade'),
    )
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('linked_accounts_person', ['platform', 'person_id'])
    .execute();

  await db.schema
    .createTable('link_codes')
    .addColumn('code_fingerprint', 'text', (column) => column.primaryKey())
    .addColumn('member_id', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('link_codes_member').on('link_codes').column('member_id').execute();
}
