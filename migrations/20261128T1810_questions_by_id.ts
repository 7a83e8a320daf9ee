import type { Kysely } from 'kysely';

/** Which set of the bank a week asks. Null where an administrator posted it, and where it was frozen before this. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('question_sets').addColumn('set_id', 'text').execute();
}
