import { existsSync } from 'node:fs';
import { isPostgresUrl, sayDatabase, sqlitePath } from '../db/database-url.ts';
import { hasMigrated } from '../db/migrate.ts';
import { connectDatabase } from '../db/open.ts';
import { OperatorError } from './operator-error.ts';

/**
 * A command makes no database: where there's none, its settings are most likely not the service's. An empty one counts as
 * none. Throws OperatorError.
 */
export async function requireDatabase(url: string): Promise<void> {
  if (await isThere(url)) return;
  throw new OperatorError(
    `DATABASE_URL names ${sayDatabase(url)}, where Buddy has no data yet. Is it the right one? The server makes it at its first start, and so does the command migrate.`,
  );
}

async function isThere(url: string): Promise<boolean> {
  if (!isPostgresUrl(url) && !existsSync(sqlitePath(url))) return false;
  const db = await connectDatabase(url);
  try {
    return await hasMigrated(db);
  } finally {
    await db.destroy();
  }
}
