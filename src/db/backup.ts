import { chmodSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Copies a SQLite file that may be in use to a new one, readable by its owner alone. The new name appears only when the
 * copy is whole and has passed SQLite's own check; throws otherwise.
 */
export async function backUpFile(from: string, to: string): Promise<void> {
  const { default: SqliteFile } = await import('better-sqlite3');
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  const unfinished = `${to}.unfinished`;
  const before = process.umask(0o077);
  const source = new SqliteFile(from, { readonly: true });
  try {
    await source.backup(unfinished);
    const copy = new SqliteFile(unfinished);
    // One file to carry away, with no -wal beside it.
    copy.pragma('journal_mode = DELETE');
    const verdict = copy.pragma('integrity_check', { simple: true });
    copy.close();
    if (verdict !== 'ok') throw new Error('The copy did not pass its integrity check.');
    chmodSync(unfinished, 0o600);
    renameSync(unfinished, to);
  } finally {
    rmSync(unfinished, { force: true });
    source.close();
    process.umask(before);
  }
}
