import { existsSync } from 'node:fs';
import { isPostgresUrl, sayDatabase, sqlitePath, urlFault } from '../db/database-url.ts';
import { codeOf } from '../db/failures.ts';
import { migrate } from '../db/migrate.ts';
import { isBuddys, type Moved, moveContent } from '../db/move.ts';
import { connectDatabase, openFileAlone } from '../db/open.ts';
import type { Database } from '../db/schema.ts';
import { OperatorError } from './operator-error.ts';

/** Carries a pilot over to a server. The file stays as it is, and nobody else may use it meanwhile. */
export async function move(options: { readonly from: string; readonly to: string }): Promise<void> {
  const { from, to } = options;
  refuseWrongUrls(from, to);
  const path = sqlitePath(from);
  if (!existsSync(path)) throw new OperatorError(`--from names ${path}, which does not exist.`);
  const target = await connectDatabase(to, null, '--to');
  const source = openFileAlone(path);
  try {
    await prepareSource(source, path);
    await migrate(target);
    tell(await moveContent(source, target), path, to);
  } finally {
    await source.destroy();
    await target.destroy();
  }
}

function refuseWrongUrls(from: string, to: string): void {
  if (isPostgresUrl(from) || urlFault(from) !== null) {
    throw new OperatorError('--from must be the SQLite file: sqlite:<path>.');
  }
  if (!isPostgresUrl(to)) {
    throw new OperatorError(
      '--to must be a PostgreSQL database: postgres://<user>:<password>@<host>/<database>.',
    );
  }
  const fault = urlFault(to);
  if (fault !== null) throw new OperatorError(`--to ${fault}`);
}

/** The file gets the same tables first, as it would at the next start. */
async function prepareSource(source: Database, path: string): Promise<void> {
  try {
    if (!(await isBuddys(source))) throw new Error('Other tables, or none.');
    await migrate(source);
  } catch (error) {
    const code = codeOf(error);
    if (code?.startsWith('SQLITE_BUSY')) {
      throw new OperatorError(`--from names ${path}, which is in use: stop Buddy first.`);
    }
    throw new OperatorError(
      `--from names ${path}, which is no database of Buddy's${code === undefined ? '' : ` (${code})`}.`,
    );
  }
}

function tell({ tables, isNew }: Moved, path: string, to: string): void {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  for (const table of tables) console.log(`${table.table.padEnd(18)} ${String(table.rows).padStart(9)} rows`);
  console.log(
    isNew
      ? `Moved ${rows} rows from ${path} to ${sayDatabase(to)}, and compared them. Set DATABASE_URL to it, and start Buddy; keep the file until you have seen a Monday.`
      : `All ${rows} rows of ${path} are in ${sayDatabase(to)} already. Nothing was changed.`,
  );
}
