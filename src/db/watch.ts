import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import { uptime } from '../system/clock.ts';
import type { Log } from '../system/logger.ts';
import { within } from '../system/within.ts';
import { isPostgresUrl, sqlitePath } from './database-url.ts';
import { adviceOn, codeOf } from './failures.ts';
import type { Database } from './schema.ts';
import { sqliteTrouble } from './sqlite-faults.ts';

/** Looks after the database, and says in the log when something is wrong with it, and when no longer. */
export interface DatabaseWatch {
  /** Why the database can't be read and written right now, in words for an operator; null when it can. */
  trouble(): Promise<string | null>;
}

/** What was seen so lately is still so (milliseconds). */
const freshMs = 2_000;

/** Who asks must have an answer after this, no matter who holds the lock (milliseconds). */
const answersWithinMs = 3_000;

/** With less room than this on the disk one of the next writes fails. */
const leastRoomBytes = 1_000_000;

/** Nothing has come back for so long: by what kind of database it is. */
const slow = {
  file: {
    words: 'The database has not answered for 3 seconds: another program may hold it locked.',
    code: 'no_answer',
  },
  server: {
    words:
      'The database has not answered for 3 seconds: the server stands still, or all connections to it are in use.',
    code: 'no_answer',
  },
} as const satisfies Record<string, Trouble>;

/** Reads; of a file it also writes one page, and looks at the room on the disk: a file that can be read is not yet one that works. */
export function createDatabaseWatch(db: Database, url: string, log: Log): DatabaseWatch {
  let seen: { readonly at: number; readonly trouble: string | null } | null = null;
  let looking: Promise<Trouble | null> | null = null;
  const unanswered = isPostgresUrl(url) ? slow.server : slow.file;

  function note(found: Trouble | null): string | null {
    if (found !== null && found.words !== seen?.trouble) log.error(found.words, { code: found.code });
    if (found === null && seen !== null && seen.trouble !== null) log.info('The database can be used again.');
    seen = { at: uptime.now(), trouble: found?.words ?? null };
    return seen.trouble;
  }

  return {
    async trouble() {
      if (seen !== null && uptime.now() - seen.at < freshMs) return seen.trouble;
      looking ??= findTrouble(db, url).finally(() => {
        looking = null;
      });
      return note(await within(answersWithinMs, looking, unanswered));
    },
  };
}

interface Trouble {
  readonly words: string;
  readonly code: string;
}

async function findTrouble(db: Database, url: string): Promise<Trouble | null> {
  if (isPostgresUrl(url)) return findTroubleWithServer(db);
  try {
    const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db);
    // Nobody uses this number. Writing it, the same as before, writes one page for good, as any change would.
    await sql`pragma user_version = ${sql.lit(rows[0]?.user_version ?? 0)}`.execute(db);
    return (await freeBytes(sqlitePath(url))) < leastRoomBytes ? of('SQLITE_FULL') : null;
  } catch (error) {
    return of(codeOf(error) ?? 'unknown');
  }
}

async function findTroubleWithServer(db: Database): Promise<Trouble | null> {
  try {
    await sql`select 1`.execute(db);
    return null;
  } catch (error) {
    const code = codeOf(error) ?? 'unknown';
    return { code, words: `The database cannot be read. ${adviceOn(code)}` };
  }
}

function of(code: string): Trouble {
  return { code, words: sqliteTrouble(code) ?? 'The database cannot be used.' };
}

/** Room for the file to grow, on the disk that it is on. */
export async function freeBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(dirname(path));
  return bavail * bsize;
}
