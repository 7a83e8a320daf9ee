import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { type Dialect, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { PatientSqliteDriver } from './patient-driver.ts';
import { SqliteFault } from './sqlite-faults.ts';

/** How long a statement waits for another process's transaction, in milliseconds. */
const patienceMs = 10_000;

/** For so long of it the whole process stands still, which is quickest where others are done in a moment (milliseconds). */
const standStillMs = 50;

/** Prepared statements kept for reuse; Buddy has some hundred different ones. */
const statementsKept = 500;

/**
 * An embedded file: WAL, synchronous=FULL (a commit survives a power cut), readable by its owner alone. The -wal and
 * -shm files get the file's mode from SQLite.
 */
export function sqliteDialect(path: string): Dialect {
  const file = openFile(path);
  const database = withImmediateTransactions(file);
  const dialect = new SqliteDialect({ database });
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => new PatientSqliteDriver(file, database, patienceMs),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

function openFile(path: string): SqliteFile.Database {
  const before = process.umask(0o077);
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const file = new SqliteFile(path, { timeout: patienceMs });
    file.pragma('journal_mode = WAL');
    file.pragma('synchronous = FULL');
    file.pragma('foreign_keys = ON');
    file.pragma(`busy_timeout = ${standStillMs}`);
    for (const written of [path, `${path}-wal`, `${path}-shm`]) {
      if (existsSync(written)) chmodSync(written, 0o600);
    }
    return file;
  } catch (error) {
    throw new SqliteFault(error);
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
