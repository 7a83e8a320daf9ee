import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type SqliteFile from 'better-sqlite3';
import {
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteStatement,
} from 'kysely';

/** How long a statement waits for another process's transaction, in milliseconds. */
const busyTimeoutMs = 10_000;

/** Of pages in memory, at most: a Monday touches keys all over a large file. SQLite's own 2 MiB would read each again. */
const cacheKib = 64 * 1024;

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
  const dialect = new SqliteDialect({
    database: async () => withImmediateTransactions(await openFile(path, others)),
  });
  return {
    createAdapter: () => new AdapterWithWholeMigrations(),
    createDriver: () => dialect.createDriver(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

/** SQLite takes back what a transaction did to tables as well; Kysely does not count on it by itself. */
class AdapterWithWholeMigrations extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

async function openFile(path: string, others: Others): Promise<SqliteFile.Database> {
  const { default: Sqlite } = await import('better-sqlite3');
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const before = process.umask(0o077);
  try {
    const file = new Sqlite(path, { timeout: others === 'welcome' ? busyTimeoutMs : 0 });
    if (others === 'kept out') file.pragma('locking_mode = EXCLUSIVE');
    file.pragma('journal_mode = WAL');
    file.pragma('synchronous = FULL');
    file.pragma('foreign_keys = ON');
    // What `forget me` deletes is overwritten, not only left out of the tables.
    file.pragma('secure_delete = ON');
    file.pragma(`cache_size = -${cacheKib}`);
    file.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    for (const written of [path, `${path}-wal`, `${path}-shm`]) {
      if (existsSync(written)) chmodSync(written, 0o600);
    }
    return file;
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
