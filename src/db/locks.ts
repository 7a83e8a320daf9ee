import { sql } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import type { Executor } from './schema.ts';

/**
 * Whether rows have to be locked for a transaction to have them to itself: `.$if(locksRows(db), (rows) => rows.forUpdate())`.
 * On SQLite a transaction that writes is alone in the database from its beginning.
 */
export function locksRows(db: Executor): boolean {
  return isPostgres(db);
}

/**
 * Anyone else who takes a turn by this name waits until this transaction is over. For what has no row to lock; nothing is
 * stored by it.
 */
export async function takeTurn(db: Executor, name: string): Promise<void> {
  if (!isPostgres(db)) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
}
