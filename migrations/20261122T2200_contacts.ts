import { type Kysely, sql } from 'kysely';

/** Who has the app, on platforms whose events tell so; and addresses that cannot be found anew, which are kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('contacts')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('time_zone', 'text')
    .addColumn('welcomed_at', 'bigint')
    .addColumn('unreachable_since', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('contacts_person', ['platform', 'person_id'])
    .execute();
  await db.schema
    .alterTable('addresses')
    .addColumn('kept', 'integer', (column) => column.notNull().defaultTo(0).check(sql`kept in (0, 1)`))
    .execute();
}
