import { codeOf, DatabaseFault } from './failures.ts';

/** A file that can't be opened, in one line for an operator. */
export function cannotOpen(cause: unknown): DatabaseFault {
  return new DatabaseFault(inOneLine(codeOf(cause)), { cause });
}

/** One line for an operator, when `error` comes from a SQLite file, or says itself what is wrong; null for any other. */
export function sayDatabaseFault(error: unknown): string | null {
  if (error instanceof DatabaseFault) return error.message;
  const code = codeOf(error);
  return code?.startsWith('SQLITE_') ? inOneLine(code) : null;
}

function inOneLine(code: string | undefined): string {
  return `The database named by DATABASE_URL cannot be used (${code}). ${sqliteTrouble(code) ?? ''}`.trim();
}

/** What is wrong with a SQLite file, and what to do about it: one line for an operator. Null for any other error. */
export function sqliteTrouble(code: string | undefined): string | null {
  const known = troubles.find(([codes]) => codes.some((one) => code === one || code?.startsWith(`${one}_`)));
  return known === undefined ? null : known[1];
}

/** The first that fits. Codes are SQLite's, or those of the folder that the file is to be made in. */
const troubles: readonly (readonly [readonly string[], string])[] = [
  [
    ['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_SHMSIZE'],
    'The disk is full: the database cannot be written. Make room; Buddy goes on by itself.',
  ],
  [
    ['SQLITE_BUSY', 'SQLITE_LOCKED'],
    'Another program holds the database locked. Find out which has it open (an editor, a backup) and end it.',
  ],
  [
    ['SQLITE_READONLY', 'EROFS'],
    'The database cannot be written: the file, its folder or the disk is read-only. Check owner and permissions.',
  ],
  [
    ['SQLITE_CANTOPEN', 'EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'SQLITE_PERM', 'SQLITE_AUTH'],
    'The database file cannot be opened or made. Check the path, owner and permissions of the file and its folder.',
  ],
  [['SQLITE_NOTADB', 'SQLITE_CORRUPT'], 'The database file is damaged, or is no database. Restore a backup.'],
  [['SQLITE_IOERR'], 'The disk does not read or write. Look into the log of the machine.'],
];
