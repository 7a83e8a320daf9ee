import { sql } from 'kysely';
import { afterCommit } from './after-commit.ts';
import { isPostgres } from './is-postgres.ts';
import type { Executor } from './schema.ts';

/**
 * What is deleted in this transaction mustn't stay readable in SQLite's log beside the file (-wal), which is written over
 * only when it happens to be: once the transaction is committed, the log is emptied. While another process reads from it,
 * it is left as it is.
 */
export function forgetByCheckpoint(transaction: Executor): void {
  if (isPostgres(transaction)) return;
  afterCommit(transaction, async (db) => {
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
  });
}
