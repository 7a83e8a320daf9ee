import { type Kysely, sql } from 'kysely';

/**
 * A member may lack a rhythm: what says when their Mondays are is all there, or all null. New columns take the old ones'
 * places, since SQLite changes none.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db);
  await sql`update members set ${sql.join(columns.map((column) => sql`${temporary(column)} = ${sql.ref(column)}`))}`.execute(
    db,
  );
  await db.schema.dropIndex('members_due').execute();
  for (const column of columns) {
    await db.schema.alterTable('members').dropColumn(column).execute();
    await db.schema.alterTable('members').renameColumn(`${column}_or_null`, column).execute();
  }
  await db.schema.createIndex('members_due').on('members').column('next_nudge_at').execute();
}

const columns = ['nudge_minute', 'cadence', 'next_week', 'next_nudge_at'] as const;

function temporary(column: (typeof columns)[number]) {
  return sql.ref(`${column}_or_null`);
}

async function addColumns(db: Kysely<unknown>): Promise<void> {
  const [minute, cadence, week, instant] = columns.map(temporary);
  await sql`alter table members add column ${minute} integer`.execute(db);
  await sql`alter table members add column ${cadence} text
    check (${cadence} in ('weekly', 'fortnightly', 'monthly'))`.execute(db);
  await sql`alter table members add column ${week} text`.execute(db);
  await sql`alter table members add column ${instant} bigint constraint members_rhythm_whole check (
    (${instant} is null) = (${minute} is null) and (${instant} is null) = (${cadence} is null)
    and (${instant} is null) = (${week} is null))`.execute(db);
}
