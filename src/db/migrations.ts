import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import type { Executor } from './schema.ts';

export const migrationsFolder = join(import.meta.dirname, '../../migrations');

/** What this version knows, in its order. */
export async function migrationNames(): Promise<readonly string[]> {
  const files = await readdir(migrationsFolder);
  return files
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replace(/\.ts$/, ''))
    .sort();
}

/** How a database stands to this version: what has run there, what has yet to, and whether something has that is not known here. */
export async function standing(
  db: Executor,
): Promise<{ readonly ran: number; readonly pending: number; readonly isNewer: boolean }> {
  const known = await migrationNames();
  const ran = await recorded(db);
  return {
    ran: ran.length,
    pending: known.filter((name) => !ran.includes(name)).length,
    isNewer: ran.some((name) => !known.includes(name)),
  };
}

/** What Kysely wrote down as run; nothing in a database where it never ran. */
async function recorded(db: Executor): Promise<readonly string[]> {
  const table = isPostgres(db)
    ? sql<{ name: string | null }>`select to_regclass('kysely_migration')::text as name`
    : sql<{ name: string | null }>`select name from sqlite_schema where name = 'kysely_migration'`;
  const isThere = (await table.execute(db)).rows.some(({ name }) => name !== null);
  if (!isThere) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map(({ name }) => name);
}
