import { type Kysely, sql } from 'kysely';

/** When someone without a buddy was last offered a next step: once for each loss. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table members add column offered_step_at bigint`.execute(db);
}
