import { Kysely, sql } from 'kysely';
import type { Secret } from '../system/secret.ts';
import { within } from '../system/within.ts';
import { isPostgresUrl, sqlitePath } from './database-url.ts';
import { postgresFault } from './failures.ts';
import { postgresDialect } from './postgres.ts';
import type { Database, Schema } from './schema.ts';
import { sqliteDialect } from './sqlite.ts';

/**
 * Opens the database that DATABASE_URL names, at its first query. The caller ends it with `destroy()`. A `password` counts in
 * place of the one in the URL, as it stands whenever a connection is made.
 */
export function openDatabase(url: string, password: Secret | null = null): Database {
  const dialect = isPostgresUrl(url) ? postgresDialect(url, password) : sqliteDialect(sqlitePath(url));
  return new Kysely<Schema>({ dialect });
}

/** The same, once it has answered. Throws a DatabaseFault when a server does not; `named` is what gave the URL. */
export async function connectDatabase(
  url: string,
  password: Secret | null = null,
  named = 'DATABASE_URL',
): Promise<Database> {
  const db = openDatabase(url, password);
  try {
    await sql`select 1`.execute(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw isPostgresUrl(url) ? postgresFault(error, named) : error;
  }
}

/** A SQLite file that no other process has open, nor can open until this is ended. Throws SQLITE_BUSY otherwise. */
export function openFileAlone(path: string): Database {
  return new Kysely<Schema>({ dialect: sqliteDialect(path, 'kept out') });
}

/** A database that takes longer than this to answer can't be worked with (ms). */
const answersWithinMs = 3_000;

/** Whether a question to the database is answered, and soon. */
export async function isReadable(db: Database): Promise<boolean> {
  const asked = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  return within(answersWithinMs, asked, false);
}
