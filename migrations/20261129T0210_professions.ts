import type { Kysely } from 'kysely';

/** Members may say their profession, where an administrator lets them be asked. Nobody's is known before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('members').addColumn('profession', 'text').execute();
}
