import { existsSync, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { callersFolder } from '../config/callers-folder.ts';
import { backUpFile } from '../db/backup.ts';
import { isPostgresUrl, sqlitePath } from '../db/database-url.ts';
import { codeOf } from '../db/failures.ts';
import { commandConfig } from './command-config.ts';
import { OperatorError } from './operator-error.ts';
import { requireDatabase } from './require-database.ts';

/** SQLite's online backup: a consistent copy while Buddy goes on working. `-` writes it to standard output, for a pipe that encrypts it. */
export async function backup(name: string): Promise<void> {
  const { databaseUrl } = commandConfig();
  if (isPostgresUrl(databaseUrl)) {
    throw new OperatorError(
      'DATABASE_URL names a PostgreSQL database, which is copied with pg_dump: docs/operating.md tells how.',
    );
  }
  const path = sqlitePath(databaseUrl);
  await requireDatabase(databaseUrl);
  if (name === '-') await writeOut(path);
  else await writeFile(path, resolve(callersFolder(), name));
}

async function writeFile(path: string, file: string): Promise<void> {
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

/**
 * The copy is whole and checked before its first byte is written. Until then it lies beside the database, as private as that;
 * while it's written it has no name any more, so that whoever ends a pipe that hangs leaves none behind.
 */
async function writeOut(path: string): Promise<void> {
  if (process.stdout.isTTY)
    throw new OperatorError(
      'A copy is no text: lead it into a file or a program, such as buddy backup - | age -R KEYS > FILE.',
    );
  const folder = mkdtempSync(join(dirname(path), '.buddy-copy-'));
  try {
    const copy = join(folder, 'copy.db');
    await backUpFile(path, copy);
    const opened = await open(copy);
    rmSync(folder, { recursive: true });
    await pipeline(opened.createReadStream(), process.stdout);
  } catch (error) {
    throw new OperatorError(
      `No backup was made: ${path} could not be read, or nobody took the copy (${codeOf(error)}).`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
