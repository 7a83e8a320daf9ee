import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { orderByBytes } from './byte-order.ts';
import { newerDatabase, noRightToMakeTables } from './failures.ts';
import { locksRows, takeTurn } from './locks.ts';
import type { Database, Executor } from './schema.ts';
import { transact } from './transact.ts';

const folder = join(import.meta.dirname, '../../migrations');

/**
 * Brings the schema up to date and says which migrations ran: all of them or none, in one transaction. Safe to run
 * beside other processes that do the same: one migrates, and the others find it done.
 */
export async function migrate(db: Database): Promise<readonly string[]> {
  const { pending, isNewer } = await standing(db);
  if (isNewer) throw newerDatabase();
  return pending === 0 ? [] : transact(db, migrateAlone);
}

async function migrateAlone(transaction: Executor): Promise<readonly string[]> {
  if (locksRows(transaction)) {
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
  const { error, results = [] } = await migratorOn(transaction).migrateToLatest();
  if (error !== undefined) throw new Error('The database could not be brought up to date.', { cause: error });
  await orderByBytes(transaction);
  return results.filter((result) => result.status === 'Success').map((result) => result.migrationName);
}

/** How many migrations a start would run. Changes nothing. */
export async function pendingMigrations(db: Database): Promise<number> {
  return (await standing(db)).pending;
}

/** How a database stands to this version: what has yet to run there, and whether something has that is not known here. */
async function standing(db: Executor): Promise<{ readonly pending: number; readonly isNewer: boolean }> {
  const known = await migratorOn(db).getMigrations();
  const pending = known.filter((migration) => migration.executedAt === undefined).length;
  if (pending === known.length) return { pending, isNewer: false };
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return { pending, isNewer: rows.some(({ name }) => known.every((migration) => migration.name !== name)) };
}

function migratorOn(db: Executor): Migrator {
  return new Migrator({ db, provider: { getMigrations: readMigrations } });
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const migrations = await Promise.all(
    files.map(async (name) => [name.replace(/\.ts$/, ''), await import(join(folder, name))] as const),
  );
  return Object.fromEntries(migrations);
}
