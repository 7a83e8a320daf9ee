import { sql } from 'kysely';
import { orderByBytes } from './byte-order.ts';
import { newerDatabase, noRightToMakeTables } from './failures.ts';
import { isPostgres } from './is-postgres.ts';
import { takeTurn } from './locks.ts';
import { standing } from './migrations.ts';
import type { Database, Executor } from './schema.ts';
import { transact } from './transact.ts';

/**
 * Brings the schema up to date and says which migrations ran: all of them or none, in one transaction. Safe to run
 * beside other processes that do the same: one migrates, and the others find it done.
 */
export async function migrate(db: Database): Promise<readonly string[]> {
  const { pending, isNewer } = await standing(db);
  if (isNewer) throw newerDatabase();
  return pending === 0 ? [] : withoutForeignKeys(db, () => transact(db, migrateAlone));
}

/**
 * SQLite changes a key by copying a table and dropping the old one, and what refers to it would be deleted along. It turns
 * the watch off for a whole connection, and outside of transactions only; nothing is committed that refers to nothing.
 */
async function withoutForeignKeys<Result>(db: Database, work: () => Promise<Result>): Promise<Result> {
  if (isPostgres(db)) return work();
  await sql`pragma foreign_keys = off`.execute(db);
  try {
    return await work();
  } finally {
    await sql`pragma foreign_keys = on`.execute(db);
  }
}

async function migrateAlone(transaction: Executor): Promise<readonly string[]> {
  if (isPostgres(transaction)) {
    // A migration takes the time that it takes, and so does waiting for another process's: each statement as long as a
    // connection may be silent (postgres.ts).
    await sql`select set_config('statement_timeout', '0', true), set_config('lock_timeout', '0', true)`.execute(
      transaction,
    );
    const { rows } = await sql<{
      may: boolean;
    }>`select has_schema_privilege(current_schema(), 'create') as may`.execute(transaction);
    if (rows[0]?.may !== true) throw noRightToMakeTables();
  }
  // The first of all things that are done: on SQLite, where a transaction is alone, it is the transaction itself.
  await takeTurn(transaction, 'migrations');
  if ((await standing(transaction)).isNewer) throw newerDatabase();
  const { migratorOn } = await import('./migrator.ts');
  const { error, results = [] } = await migratorOn(transaction).migrateToLatest();
  if (error !== undefined) throw new Error('The database could not be brought up to date.', { cause: error });
  await orderByBytes(transaction);
  await requireWholeReferences(transaction);
  return results.filter((result) => result.status === 'Success').map((result) => result.migrationName);
}

async function requireWholeReferences(transaction: Executor): Promise<void> {
  if (isPostgres(transaction)) return;
  const { rows } = await sql`pragma foreign_key_check`.execute(transaction);
  if (rows.length > 0) throw new Error('A migration left rows behind that refer to nothing.');
}

/** Whether anything has ever run here: an empty database is nobody's yet. Changes nothing. */
export async function hasMigrated(db: Database): Promise<boolean> {
  return (await standing(db)).ran > 0;
}

/** How many migrations a start would run. Changes nothing. Throws where a start would refuse: on a newer database. */
export async function pendingMigrations(db: Database): Promise<number> {
  const { pending, isNewer } = await standing(db);
  if (isNewer) throw newerDatabase();
  return pending;
}
