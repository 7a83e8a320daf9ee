import { type Kysely, sql } from 'kysely';

/** Who has which role in the hospital's program, and what was done about it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('roles')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) =>
      column
        .notNull()
        .check(sql`role in ('administrator', 'editor', 'director', 'deputy', 'program-administrator')`),
    )
    .addColumn('appointed_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('roles_person', ['platform', 'workspace', 'person_id', 'role'])
    .execute();
  await db.schema
    .createTable('audit_entries')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('platform', 'text')
    .addColumn('workspace', 'text')
    .addColumn('person_id', 'text')
    .addColumn('name', 'text')
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('subject_platform', 'text')
    .addColumn('subject_workspace', 'text')
    .addColumn('subject_person_id', 'text')
    .addColumn('subject_name', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('audit_entries_time').on('audit_entries').column('created_at').execute();
}
