import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { millisecondsInDay } from '../calendar/spans.ts';
import { afterCommit } from './after-commit.ts';
import { isPostgresUrl, readPlace, sqlitePath } from './database-url.ts';
import type { Database, Executor } from './schema.ts';

/** Longer than anyone should keep a backup. */
const keptMs = 366 * millisecondsInDay;

/** When an account was last erased (epoch milliseconds), by its fingerprint. */
export type Erased = ReadonlyMap<string, number>;

interface Beside {
  readonly file: string;
  /** The erasure stands all the same. */
  readonly failed: (error: unknown) => void;
}

const besides = new WeakMap<Database, Beside>();

/** From now on, anyone who is erased from this database is noted in this file. */
export function noteErasedIn(db: Database, beside: Beside): void {
  besides.set(db, beside);
}

/**
 * Beside the database, so that no backup of it brings back what the file says; for a database on a server, beside this
 * program, by the database's name.
 */
export function erasedFile(databaseUrl: string): string {
  if (!isPostgresUrl(databaseUrl)) return `${sqlitePath(databaseUrl)}.erased`;
  const name = readPlace(databaseUrl).database.replaceAll(/[^\w-]/g, '_');
  return `data/${name === '' ? 'buddy' : name}.erased`;
}

/** Notes accounts by their fingerprints, once this transaction has erased them. */
export function noteErased(transaction: Executor, fingerprints: readonly string[], now: number): void {
  afterCommit(transaction, async (db) => {
    const beside = besides.get(db);
    if (beside === undefined) return;
    try {
      await mkdir(dirname(beside.file), { recursive: true, mode: 0o700 });
      await appendFile(beside.file, fingerprints.map((one) => line(one, now)).join(''), { mode: 0o600 });
    } catch (error) {
      beside.failed(error);
    }
  });
}

/** Who has been erased from this database; what is older than a year is left out, from then on in the file, too. */
export async function readErased(db: Database, now: number): Promise<Erased> {
  const file = besides.get(db)?.file;
  const text = file === undefined ? '' : await readFile(file, 'utf8').catch(asEmptyWhereMissing);
  const erased = new Map<string, number>();
  for (const [, fingerprint = '', instant = ''] of text.matchAll(/^([\da-f]{64}) (\S+)$/gm)) {
    const at = Date.parse(instant);
    if (at >= now - keptMs) erased.set(fingerprint, Math.max(at, erased.get(fingerprint) ?? 0));
  }
  if (file !== undefined && text !== '') {
    const whole = [...erased].map(([one, at]) => line(one, at)).join('');
    await writeFile(`${file}.new`, whole, { mode: 0o600 });
    await rename(`${file}.new`, file);
  }
  return erased;
}

function line(fingerprint: string, at: number): string {
  return `${fingerprint} ${new Date(at).toISOString()}\n`;
}

function asEmptyWhereMissing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}
