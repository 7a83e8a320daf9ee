import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type SqliteFile from 'better-sqlite3';
import {
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';
import { PatientSqliteDriver } from './patient-driver.ts';
import { cannotOpen } from './sqlite-faults.ts';

/** How long a statement waits for another process's transaction, in milliseconds. */
const patienceMs = 10_000;

/** For so long of it the whole process stands still, which is quickest where others are done in a moment (milliseconds). */
const standStillMs = 50;

/**
 * Of pages in memory, at most: a Monday touches keys all over a large file. SQLite's own 2 MiB would read each again. With 32 or
 * 64 MiB, 50,000 of 200,000 members are planned with 4 % less work, and some 20 MB more stay resident.
 */
const cacheKib = 16 * 1024;

/** Pages of 4 KiB that the -wal file holds before they are put in their places: 16 MiB, so that a Monday does so less often. */
const checkpointPages = 4_096;

/** Prepared statements kept for reuse; Buddy has some hundred different ones. */
const statementsKept = 500;

/** Other processes that use the file at the same time. */
type Others = 'welcome' | 'kept out';

/**
 * An embedded file: WAL, synchronous=FULL (a commit survives a power cut), readable by its owner alone. The -wal and
 * -shm files get the file's mode from SQLite. The driver is loaded when the first query is asked, and only then.
 */
export function sqliteDialect(path: string, others: Others = 'welcome'): Dialect {
  const patience = others === 'welcome' ? patienceMs : 0;
  const open = () => openFile(path, patience);
  return {
    createAdapter: () => new AdapterWithWholeMigrations(),
    createDriver: () => new PatientSqliteDriver(open, withImmediateTransactions, patience),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** SQLite takes back what a transaction did to tables as well; Kysely does not count on it by itself. */
class AdapterWithWholeMigrations extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Without patience the file is for this process alone. */
async function openFile(path: string, patience: number): Promise<SqliteFile.Database> {
  const { default: Sqlite } = await import('better-sqlite3');
  const before = process.umask(0o077);
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const file = new Sqlite(path, { timeout: patience });
    if (patience === 0) file.pragma('locking_mode = EXCLUSIVE');
    file.pragma('journal_mode = WAL');
    file.pragma('synchronous = FULL');
    file.pragma('foreign_keys = ON');
    // What `forget me` deletes is overwritten, not only left out of the tables.
    file.pragma('secure_delete = ON');
    file.pragma(`cache_size = -${cacheKib}`);
    file.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    file.pragma(`busy_timeout = ${Math.min(standStillMs, patience)}`);
    for (const written of [path, `${path}-wal`, `${path}-shm`]) {
      if (existsSync(written)) chmodSync(written, 0o600);
    }
    return file;
  } catch (error) {
    throw cannotOpen(error);
  } finally {
    process.umask(before);
  }
}

/**
 * Kysely begins transactions as `begin`, which takes the write lock at the first write: too late when another process
 * has written since the first read (SQLITE_BUSY at once). `begin immediate` waits for its turn instead.
 */
function withImmediateTransactions(file: SqliteFile.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => file.close(),
    prepare(sql: string): SqliteStatement {
      const text = sql === 'begin' ? 'begin immediate' : sql;
      const known = kept.get(text);
      if (known !== undefined) return known;
      const statement = file.prepare(text) as unknown as SqliteStatement;
      if (kept.size >= statementsKept) kept.clear();
      kept.set(text, statement);
      return statement;
    },
  };
}
