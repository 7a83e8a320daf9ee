import { Kysely } from 'kysely';
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
