import { sql } from 'kysely';
import { locksRows } from './locks.ts';
import type { Database, Executor } from './schema.ts';

const asked = new WeakSet<Executor>();

/**
 * What is deleted in this transaction shall not stay readable in SQLite's log beside the file (-wal), which is written over
 * only when it happens to be: once the transaction is committed the log is emptied.
 */
export function forgetByCheckpoint(transaction: Executor): void {
  asked.add(transaction);
}

/** After a commit: empties the log where `transaction` asked for it. While another process reads, it's left as it is. */
export async function checkpointIfAsked(db: Database, transaction: Executor): Promise<void> {
  if (!asked.has(transaction) || locksRows(db)) return;
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
