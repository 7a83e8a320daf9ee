import { PostgresAdapter } from 'kysely';
import type { Executor } from './schema.ts';

/** Where the two databases don't speak the same SQL; SQLite otherwise. */
export function isPostgres(db: Executor): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
