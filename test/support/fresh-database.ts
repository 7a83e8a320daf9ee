import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { erasedFile } from '../../src/db/erased-file.ts';
import { openDatabase } from '../../src/db/open.ts';
import { tables } from '../../src/db/tables.ts';

/** Which database this run of a test is on. jest.config.mjs says which tests run on which. */
export const databaseUnderTest: 'sqlite' | 'postgres' =
  (globalThis as { databaseUnderTest?: 'postgres' }).databaseUnderTest ?? 'sqlite';

/** A database of one test's own, not opened yet. */
export interface FreshDatabase {
  readonly url: string;
  /** After every connection to it has been closed. */
  remove(): Promise<void>;
}

/** `whole`: with all tables, as a copy of what was migrated once for the run. `empty`: without any. */
export async function freshDatabase(kind: 'whole' | 'empty' = 'whole'): Promise<FreshDatabase> {
  return databaseUnderTest === 'postgres' ? onPostgres(kind) : inAFile(kind);
}

function inAFile(kind: 'whole' | 'empty'): FreshDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'buddy-'));
  const file = join(folder, 'buddy.db');
  if (kind === 'whole') copyFileSync(process.env.BUDDY_TEST_FILE ?? '', file);
  return {
    url: `sqlite:${file}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Emptied again, for the next test of the same file: many times quicker than making another. */
const idle: string[] = [];

async function onPostgres(kind: 'whole' | 'empty'): Promise<FreshDatabase> {
  const server = process.env.BUDDY_TEST_POSTGRES ?? '';
  const template = process.env.BUDDY_TEST_TEMPLATE ?? '';
  const ready = kind === 'whole' ? idle.pop() : undefined;
  const name = ready ?? `${template}_${randomBytes(6).toString('hex')}`;
  if (ready === undefined) {
    const from = kind === 'whole' ? template : 'template0';
    await tell(server, sql`create database ${sql.ref(name)} template ${sql.ref(from)}`);
  }
  const url = databaseOn(server, name);
  return {
    url,
    async remove() {
      rmSync(erasedFile(url), { force: true });
      if (kind === 'empty') return tell(server, sql`drop database ${sql.ref(name)} with (force)`);
      await tell(url, empty);
      idle.push(name);
    },
  };
}

/** Anyone who refers to others goes before them. A hundred times as quick as to truncate, which makes new files. */
const empty = sql.raw(
  `do $$ begin ${tables
    .toReversed()
    .map((table) => `delete from ${table};`)
    .join(' ')} end $$`,
);

/** One statement, on a connection of its own. */
export async function tell(server: string, statement: ReturnType<typeof sql>): Promise<void> {
  const outer = openDatabase(server);
  try {
    await statement.execute(outer);
  } finally {
    await outer.destroy();
  }
}

/** The same server, another database. */
export function databaseOn(server: string, name: string): string {
  return server.replace(/^(postgres(?:ql)?:\/\/[^/?]*)(\/[^?]*)?/, `$1/${name}`);
}
