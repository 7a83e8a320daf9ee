import { existsSync } from 'node:fs';
import { readConfig } from '../config/config.ts';
import { backUpFile } from '../db/backup.ts';
import { isPostgresUrl, sqlitePath } from '../db/database-url.ts';
import { codeOf } from '../db/failures.ts';
import { OperatorError } from './operator-error.ts';

/** SQLite's online backup: a consistent copy while Buddy goes on working. */
export async function backup(file: string): Promise<void> {
  const { databaseUrl } = readConfig();
  if (isPostgresUrl(databaseUrl)) {
    throw new OperatorError(
      'DATABASE_URL names a PostgreSQL database, which is copied with pg_dump: docs/operating.md tells how.',
    );
  }
  const path = sqlitePath(databaseUrl);
  if (!existsSync(path))
    throw new OperatorError(`DATABASE_URL names ${path}, which does not exist: nothing to copy.`);
  if (existsSync(file))
    throw new OperatorError(`${file} exists already. Name a new file: a backup overwrites nothing.`);
  await backUpFile(path, file).catch((error: unknown) => {
    throw new OperatorError(
      `No backup was made: ${file} could not be written, or ${path} not read (${codeOf(error)}).`,
    );
  });
  console.log(
    `Copied to ${file}. To restore, stop Buddy and put this file in the place of ${path} (docs/operating.md).`,
  );
}
