import { setTimeout as sleep } from 'node:timers/promises';
import type SqliteFile from 'better-sqlite3';
import { type CompiledQuery, type DatabaseConnection, type SqliteDatabase, SqliteDriver } from 'kysely';
import { uptime } from '../system/clock.ts';

/** How often a lock is asked for again while another program has it, in milliseconds. */
const againMs = 20;

/**
 * Waits for another program's lock without standing still: SQLite's own waiting would keep the whole process from
 * answering anyone. Inside a transaction nothing has to be waited for, since it begins by taking the lock.
 */
export class PatientSqliteDriver extends SqliteDriver {
  private readonly opened: { file: SqliteFile.Database | null };
  private readonly patienceMs: number;
  private patient: DatabaseConnection | undefined;
  /** Since when nothing could be written. Who comes later does not begin to wait again: otherwise a queue would stand for minutes. */
  private lockedSince: number | null = null;

  /** `open` is called at the first query. */
  constructor(
    open: () => Promise<SqliteFile.Database>,
    asDatabase: (file: SqliteFile.Database) => SqliteDatabase,
    patienceMs: number,
  ) {
    const opened: { file: SqliteFile.Database | null } = { file: null };
    super({
      database: async () => {
        opened.file = await open();
        return asDatabase(opened.file);
      },
    });
    this.opened = opened;
    this.patienceMs = patienceMs;
  }

  /** False while nothing is opened yet. */
  private get isInTransaction(): boolean {
    return this.opened.file?.inTransaction === true;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.patient ??= this.waiting(await super.acquireConnection());
    return this.patient;
  }

  /** What SQLite has undone by itself (no room, no disk) can't be undone again, and the reason must not be lost over it. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.isInTransaction) await super.rollbackTransaction(connection);
  }

  private waiting(connection: DatabaseConnection): DatabaseConnection {
    return {
      executeQuery: async <Row>(query: CompiledQuery) => {
        for (;;) {
          try {
            const result = await connection.executeQuery<Row>(query);
            const hasWritten = result.numAffectedRows !== undefined;
            if (hasWritten) this.lockedSince = null;
            return result;
          } catch (error) {
            if (this.isInTransaction || !isLocked(error)) throw error;
            this.lockedSince ??= uptime.now();
            if (uptime.now() >= this.lockedSince + this.patienceMs) throw error;
          }
          await sleep(againMs);
        }
      },
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
  }
}

function isLocked(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.startsWith('SQLITE_BUSY');
}
