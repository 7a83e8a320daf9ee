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
  if ((await pendingMigrations(db)) === 0) {
    await refuseNewer(db);
    return [];
  }
  return transact(db, migrateAlone);
}

/** Kysely looks for migrations that it does not know only when there are others to run. */
async function refuseNewer(db: Database): Promise<void> {
  const known = await readMigrations();
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  if (rows.some(({ name }) => !Object.hasOwn(known, name))) throw newerDatabase();
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
  const { error, results = [] } = await migratorOn(transaction).migrateToLatest();
  if (isAboutUnknownMigration(error)) throw newerDatabase(error);
  if (error !== undefined) throw new Error('The database could not be brought up to date.', { cause: error });
  await orderByBytes(transaction);
  return results.filter((result) => result.status === 'Success').map((result) => result.migrationName);
}

/** How many migrations a start would run. Changes nothing. */
export async function pendingMigrations(db: Database): Promise<number> {
  const migrations = await migratorOn(db).getMigrations();
  return migrations.filter((migration) => migration.executedAt === undefined).length;
}

function migratorOn(db: Executor): Migrator {
  return new Migrator({ db, provider: { getMigrations: readMigrations } });
}

/** Kysely has no code for it. */
function isAboutUnknownMigration(error: unknown): boolean {
  return error instanceof Error && /previously executed migration .* is missing/.test(error.message);
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const migrations = await Promise.all(
    files.map(async (name) => [name.replace(/\.ts$/, ''), await import(join(folder, name))] as const),
  );
  return Object.fromEntries(migrations);
}
