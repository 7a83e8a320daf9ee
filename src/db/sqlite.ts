import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { type Dialect, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';

/** How long a statement waits for another process's transaction, in milliseconds. */
const busyTimeoutMs = 10_000;

/** Prepared statements kept for reuse; Buddy has some hundred different ones. */
const statementsKept = 500;

/**
 * An embedded file: WAL, synchronous=FULL (a commit survives a power cut), readable by its owner alone. The -wal and
 * -shm files get the file's mode from SQLite.
 */
export function sqliteDialect(path: string): Dialect {
  const file = openFile(path);
  return new SqliteDialect({ database: withImmediateTransactions(file) });
}

function openFile(path: string): SqliteFile.Database {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const before = process.umask(0o077);
  try {
    const file = new SqliteFile(path, { timeout: busyTimeoutMs });
    file.pragma('journal_mode = WAL');
    file.pragma('synchronous = FULL');
    file.pragma('foreign_keys = ON');
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
