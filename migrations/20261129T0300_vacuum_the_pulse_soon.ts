import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** As 20261128T2000_vacuum_soon, for the tables of the pulse: what leads to a member, or to a token, isn't to stay in the files. */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  for (const table of ['pulse_asked', 'pulse_spent']) {
    await sql`alter table ${sql.ref(table)}
      set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 0)`.execute(db);
  }
}
