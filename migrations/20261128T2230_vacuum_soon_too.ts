import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** As 20261128T2000_vacuum_soon, for the tables with people in them that came after it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  for (const table of withPeople) {
    await sql`alter table ${sql.ref(table)}
      set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 0)`.execute(db);
  }
}

const withPeople = [
  'audit_entries',
  'chosen_languages',
  'nominations',
  'offers',
  'referrals',
  'roles',
  'supporters',
];
