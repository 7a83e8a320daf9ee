import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { noteErasedIn } from '../../src/db/erased-file.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { type Table, tables } from '../../src/db/tables.ts';
import { transact } from '../../src/db/transact.ts';
import { createRedraw } from '../../src/features/nudges/redraw.ts';
import { findPairs } from '../../src/features/pairing/store.ts';
import { erase } from '../../src/features/privacy/erase.ts';
import { openReferrals } from '../../src/features/referrals/open.ts';
import { enrol, findMember } from '../../src/people/members/store.ts';
import { eraseAgain } from '../../src/program/erase-again.ts';
import { ana, ben, eve, everything, now, setTheStage } from '../features/privacy-stage.ts';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { contentAbout } from '../support/referral-content.ts';
import { seals } from '../support/seals.ts';
import { aProfile, content, slackPerson, someHospital } from '../support/turn.ts';

/** A backup is made, Ana and Eve have themselves erased, and the backup is put back. */
const erasing = { redraw: createRedraw(content.bank), seals, hospital: someHospital };
const again = { seals, content, hospital: someHospital };

let database: FreshDatabase;
let db: Database;
let folder: string;
let file: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'buddy-erased-'));
  file = join(folder, 'data', 'buddy.db.erased');
  database = await freshDatabase();
  db = openDatabase(database.url);
  await migrate(db);
  noteErasedIn(db, { file, failed });
  await setTheStage(db);
});
afterEach(async () => {
  await db.destroy();
  await database.remove();
  rmSync(folder, { recursive: true, force: true });
});

function failed(error: unknown): never {
  throw error;
}

async function eraseBoth(): Promise<void> {
  for (const person of [ana, eve])
    await transact(db, (transaction) => erase({ ...erasing, db: transaction, now: now + 1_000 }, person));
}

/** What happens meanwhile is gone from the database, as after a backup made before has been put back. */
async function gone(meanwhile: () => Promise<void>): Promise<void> {
  const rows = new Map<Table, object[]>();
  for (const table of tables) rows.set(table, await db.selectFrom(table).selectAll().execute());
  await meanwhile();
  for (const table of tables.toReversed()) await db.deleteFrom(table).execute();
  for (const [table, content] of rows)
    for (const row of content)
      await db
        .insertInto(table)
        .values(row as never)
        .execute();
}

const start = () => eraseAgain({ ...again, db }, now + 60_000);

test('who was erased since the backup is erased again at the start, and their buddies read so', async () => {
  await gone(eraseBoth);
  expect(await findMember(db, ana)).not.toBeNull();
  expect(await start()).toBe(2);
  const left = JSON.stringify(await everything(db));
  for (const { id } of [ana, eve]) expect(left).not.toContain(id);
  const pairs = await findPairs(db, (await findMember(db, ben))?.id ?? '');
  expect(pairs.map(({ buddy }) => buddy.name)).toEqual(['Cleo Park']);
  expect(await start()).toBe(0);
});

test('someone who stood in a referral and nowhere else is erased again, too', async () => {
  const elif = slackPerson('U0ELIF');
  const wishes = contentAbout(elif, 'Elif Kaya');
  const parts = { now, seals, content, hospital: someHospital };
  await transact(db, (transaction) =>
    openReferrals({ ...parts, db: transaction }, [wishes], { soon: 'week', asker: null, supporter: null }),
  );
  const open = () => db.selectFrom('referrals').selectAll().execute();
  await gone(() =>
    transact(db, (transaction) => erase({ ...erasing, db: transaction, now: now + 1_000 }, elif)),
  );
  expect(await open()).toHaveLength(1);
  expect(await start()).toBe(1);
  expect(await open()).toEqual([]);
});

test('who came back after being erased stays', async () => {
  await eraseBoth();
  await enrol(db, ana, aProfile('Ana Diaz'), someHospital, now + 120_000);
  expect(await eraseAgain({ ...again, db }, now + 180_000)).toBe(0);
  expect(await findMember(db, ana)).not.toBeNull();
});

test('the file says nobody’s id or name, is its owner’s alone, and lets go after a year', async () => {
  await gone(eraseBoth);
  expect(readFileSync(file, 'utf8')).toMatch(/^([\da-f]{64} 2026-11-23T09:00:31.000Z\n){2}$/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await eraseAgain({ ...again, db }, now + 400 * 86_400_000)).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe('');
});

test('an erasure that is undone is not noted', async () => {
  const undone = transact(db, async (transaction) => {
    await erase({ ...erasing, db: transaction, now }, ana);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(existsSync(file)).toBe(false);
});

test('where the file cannot be written the erasure stands, and the operator hears of it', async () => {
  writeFileSync(join(folder, 'data'), 'no folder');
  const heard: unknown[] = [];
  noteErasedIn(db, { file, failed: (error) => heard.push(error) });
  await eraseBoth();
  expect(await findMember(db, ana)).toBeNull();
  expect(heard).toHaveLength(2);
});
