import { type Kysely, sql } from 'kysely';

/** A clock of twelve hours or of twenty-four; and the language that someone chose before they took part. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table members add column hours integer not null default 12
    check (hours in (12, 24))`.execute(db);
  await db.schema
    .createTable('chosen_languages')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull().check(sql`language in ('en', 'es')`))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('chosen_languages_key', ['platform', 'workspace', 'person_id'])
    .execute();
}
