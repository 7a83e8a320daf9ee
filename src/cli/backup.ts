import { existsSync, lstatSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { callersFolder } from '../config/callers-folder.ts';
import { backUpFile } from '../db/backup.ts';
import { isPostgresUrl, sqlitePath } from '../db/database-url.ts';
import { codeOf } from '../db/failures.ts';
import { commandConfig } from './command-config.ts';
import { OperatorError } from './operator-error.ts';
import { requireDatabase } from './require-database.ts';

/** SQLite's online backup: a consistent copy while Buddy goes on working. */
export async function backup(name: string): Promise<void> {
  const file = resolve(callersFolder(), name);
  const { databaseUrl } = commandConfig();
  if (isPostgresUrl(databaseUrl)) {
    throw new OperatorError(
      'DATABASE_URL names a PostgreSQL database, which is copied with pg_dump: docs/operating.md tells how.',
    );
  }
  const path = sqlitePath(databaseUrl);
  await requireDatabase(databaseUrl);
  const taken = `${file} exists already. Name a new file: a backup overwrites nothing.`;
  // Said before the work; once it's done, the name may have been taken meanwhile.
  if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) throw new OperatorError(taken);
  if (!existsSync(dirname(file)))
    throw new OperatorError(`There's no folder ${dirname(file)}. Is what belongs there mounted?`);
  await backUpFile(path, file).catch((error: unknown) => {
    if (codeOf(error) === 'EEXIST') throw new OperatorError(taken);
    throw new OperatorError(
      `No backup was made: ${file} could not be written, or ${path} not read (${codeOf(error)}).`,
    );
  });
  console.log(
    `Copied to ${file}. To restore, stop Buddy and put this file in the place of ${path} (docs/operating.md).`,
  );
}
