import { Kysely, sql } from 'kysely';
import type { Database, Schema } from './schema.ts';
import { sqliteDialect } from './sqlite.ts';

/** Opens the database named by DATABASE_URL, `sqlite:<path>`. The caller ends it with `destroy()`. */
export function openDatabase(url: string): Database {
  return new Kysely<Schema>({ dialect: sqliteDialect(sqlitePath(url)) });
}

/** The file of a `sqlite:` URL, relative to the working directory or absolute. */
export function sqlitePath(url: string): string {
  return url.slice('sqlite:'.length);
}

/** Whether a question to the database is answered. */
export async function isReadable(db: Database): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}
