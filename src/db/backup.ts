import { chmodSync, closeSync, mkdtempSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Copies a SQLite file that may be in use to a new one, readable by its owner alone. It's made in a folder of its own, which
 * nobody else can put a file into; the new name appears only when the copy is whole and has passed SQLite's own check.
 * Throws otherwise, EEXIST where something has that name already. No folder is made: where it's missing, so is a disk, perhaps.
 */
export async function backUpFile(from: string, to: string): Promise<void> {
  const { default: SqliteFile } = await import('better-sqlite3');
  const before = process.umask(0o077);
  const folder = mkdtempSync(join(dirname(to), '.buddy-backup-'));
  const source = new SqliteFile(from, { readonly: true });
  try {
    const unfinished = join(folder, 'unfinished.db');
    await source.backup(unfinished);
    const copy = new SqliteFile(unfinished);
    // One file to carry away, with no -wal beside it.
    copy.pragma('journal_mode = DELETE');
    const verdict = copy.pragma('integrity_check', { simple: true });
    copy.close();
    if (verdict !== 'ok') throw new Error('The copy did not pass its integrity check.');
    chmodSync(unfinished, 0o600);
    // Refused where the name is taken, by a link to nothing as well: a rename alone would replace it.
    closeSync(openSync(to, 'wx', 0o600));
    renameSync(unfinished, to);
  } finally {
    source.close();
    rmSync(folder, { recursive: true, force: true });
    process.umask(before);
  }
}
