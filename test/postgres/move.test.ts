import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { enrol } from '../../src/people/members/store.ts';
import { everything, setTheStage } from '../features/privacy-stage.ts';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { type Finished, runCommand, startCommand } from '../support/program.ts';
import { aProfile, slackPerson, someHospital } from '../support/turn.ts';

/** A pilot on a file that has something in every table that a Monday fills, and the server it shall move to. */
let folder: string;
let from: string;
let target: FreshDatabase;
let before: Record<string, string>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'buddy-move-'));
  from = `sqlite:${join(folder, 'buddy.db')}`;
  target = await freshDatabase('empty');
  before = await at(from, async (db) => {
    await migrate(db);
    await setTheStage(db);
    return everything(db);
  });
});
afterEach(async () => {
  await target.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function at<Result>(url: string, work: (db: Database) => Promise<Result>): Promise<Result> {
  const db = openDatabase(url);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

const move = (to = target.url, source = from): Promise<Finished> =>
  runCommand(['move', '--from', source, '--to', to], {});

/** The rows of every table, in whatever order they come. */
const rowsOf = (content: Record<string, string>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(content).map(([table, rows]) => [
      table,
      (JSON.parse(rows) as object[]).map((row) => JSON.stringify(Object.entries(row).sort())).sort(),
    ]),
  );

test('everything is there afterwards, and the file is as it was; once more changes nothing and says so', async () => {
  const moved = await move();
  expect(moved).toMatchObject({ code: 0, stderr: '' });
  expect(moved.stdout).toContain('and compared them');
  expect(rowsOf(await at(target.url, everything))).toEqual(rowsOf(before));
  expect(await at(from, everything)).toEqual(before);

  const again = await move();
  expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('already. Nothing was changed.')]);
});

test('killed at any moment it has moved all or nothing, and may be run again', async () => {
  await at(from, async (db) => {
    for (let nth = 0; nth < 3_000; nth += 1)
      await enrol(db, slackPerson(`UMANY${nth}`), aProfile(`Person ${nth}`), someHospital, nth);
  });
  for (const ms of [500, 650, 800]) {
    const moving = startCommand(['move', '--from', from, '--to', target.url], {});
    await new Promise((resolve) => setTimeout(resolve, ms));
    await moving.kill();
  }
  expect(await move()).toMatchObject({ code: 0, stderr: '' });
  expect(rowsOf(await at(target.url, everything))).toEqual(rowsOf(await at(from, everything)));
}, 60_000);

test('a target with anything else in it is refused, and stays as it was', async () => {
  await move();
  await at(target.url, (db) => db.updateTable('members').set({ name: 'Someone' }).execute());
  const there = await at(target.url, everything);
  const refused = await move();
  expect([refused.code, refused.stdout]).toEqual([1, '']);
  expect(refused.stderr).toMatch(/^--to names a database that holds something else already: members .*\n$/);
  expect(await at(target.url, everything)).toEqual(there);
});

test('while Buddy has the file open it is not moved', async () => {
  const refused = await at(from, async (db) => {
    await everything(db);
    return move();
  });
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('in use: stop Buddy first.')]);
});

test('what cannot be moved from or to is refused in one line that names it', async () => {
  const elsewhere = `sqlite:${join(folder, 'nothing.db')}`;
  await at(`sqlite:${join(folder, 'other.db')}`, (db) =>
    db.schema.createTable('x').addColumn('y', 'text').execute(),
  );
  for (const [source, to, name] of [
    [elsewhere, target.url, '--from'],
    [`sqlite:${join(folder, 'other.db')}`, target.url, '--from'],
    [target.url, target.url, '--from'],
    [from, elsewhere, '--to'],
    [from, target.url.replace('buddy_tests_', 'no_such_'), '--to'],
    [from, 'mysql://buddy@localhost/buddy', '--to'],
  ] as const) {
    const { code, stdout, stderr } = await move(to, source);
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
    expect(stderr.startsWith(name)).toBe(true);
  }
}, 60_000);
