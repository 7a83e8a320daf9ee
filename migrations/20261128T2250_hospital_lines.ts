import type { Kysely } from 'kysely';

/** The lines that a hospital has added from chat to those of its file. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('hospital_lines')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('reach', 'text', (column) => column.notNull())
    .addColumn('hours', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('name_es', 'text', (column) => column.notNull())
    .addColumn('hours_es', 'text', (column) => column.notNull())
    .addColumn('who_es', 'text', (column) => column.notNull())
    .addColumn('added_at', 'bigint', (column) => column.notNull())
    .addColumn('edited_at', 'bigint', (column) => column.notNull())
    .execute();
}
