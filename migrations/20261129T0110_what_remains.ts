import { type Kysely, sql } from 'kysely';

/**
 * What a closed referral leaves behind says neither when someone was asked, nor what became of which colleague. And supporters,
 * and those with a role, are written to in their own language.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('supporters').dropColumn('last_offer_at').execute();
  for (const table of ['supporters', 'roles'])
    await db.schema
      .alterTable(table)
      .addColumn('language', 'text', (column) => column.check(sql`language in ('en', 'es')`))
      .execute();
  // No key is at hand here to seal what had been counted and not released: the next batch starts from nothing.
  await db.schema.dropTable('support_sums').execute();
  await db.schema
    .createTable('support_sums')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('key_id', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .execute();
}
