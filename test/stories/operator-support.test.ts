import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { PersonRef } from '../../src/chat/person.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database, Executor } from '../../src/db/schema.ts';
import { transact } from '../../src/db/transact.ts';
import { openReferrals } from '../../src/features/referrals/open.ts';
import { count, releaseBatch } from '../../src/features/tallies/store.ts';
import { appoint } from '../../src/people/roles/store.ts';
import { createSeals } from '../../src/sealing/seals.ts';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { type Finished, runCommand } from '../support/program.ts';
import { contentAbout } from '../support/referral-content.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import { content, slackPerson, someHospital } from '../support/turn.ts';

/** Someone asked for support for Elif, who's known to Buddy by nothing else. */
const elif = slackPerson('U0ELIF');
const chidi = slackPerson('U0CHIDI');

let database: FreshDatabase;
let db: Database;
let folder: string;
let slack: Slack;

beforeEach(async () => {
  slack = await startSlack();
  folder = mkdtempSync(join(tmpdir(), 'buddy-support-'));
  database = await freshDatabase();
  db = openDatabase(database.url);
  await appoint(db, { person: slackPerson('U0ANA'), name: 'Ana Ruiz' }, 'director', 1);
  await refer(elif, 'Elif Kaya');
});
afterEach(async () => {
  await db.destroy();
  await database.remove();
  await slack.stop();
  rmSync(folder, { recursive: true, force: true });
});

const keys = () => join(folder, 'keys');

async function refer(person: PersonRef, name: string): Promise<void> {
  const wishes = contentAbout(person, name);
  const parts = { now: Date.now(), seals: createSeals(keys()), content, hospital: someHospital };
  await transact(db, (transaction) =>
    openReferrals({ ...parts, db: transaction }, [wishes], { soon: 'week', asker: chidi, supporter: null }),
  );
}

function run(...words: string[]): Promise<Finished> {
  const environment = { ...slack.env(), DATABASE_URL: database.url, BUDDY_SUPPORT_KEYS: keys() };
  return runCommand(words, environment);
}

async function open(): Promise<number> {
  return (await db.selectFrom('referrals').selectAll().execute()).length;
}

test('who writes a letter gets a copy that says an offer is open, and not who asked', async () => {
  const { code, stdout } = await run('person', 'export', 'slack:U0ELIF');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ person: elif, offersOfSupport: [{}], openReferralsAskedFor: 0 });
  expect(stdout).not.toMatch(/CHIDI|event-error/);
});

test('who asked gets a copy that says how many of theirs are open', async () => {
  const { stdout } = await run('person', 'export', 'slack:U0CHIDI');
  expect(JSON.parse(stdout)).toMatchObject({ person: chidi, openReferralsAskedFor: 1 });
  expect(stdout).not.toMatch(/ELIF|Elif/);
});

test('who has it erased isn’t offered anything; who asked is forgotten, and the offer goes on', async () => {
  expect((await run('person', 'erase', 'slack:U0CHIDI')).code).toBe(0);
  expect(await open()).toBe(1);
  expect((await run('person', 'export', 'slack:U0CHIDI')).stderr).toMatch(/^Nothing is held/);
  expect((await run('person', 'erase', 'slack:U0ELIF')).code).toBe(0);
  expect(await open()).toBe(0);
  expect((await run('person', 'erase', 'slack:U0ELIF')).stderr).toMatch(/^Nothing is held/);
});

test('check counts what can’t be read here, and names nobody', async () => {
  expect((await run('check')).code).toBe(0);
  rmSync(keys(), { recursive: true });
  const { code, stderr } = await run('check');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^BUDDY_SUPPORT_KEYS: the key of 1 open referral isn't there\./);
  expect(stderr).not.toMatch(/Elif|U0ELIF/);
});

test('keys that others could use are named in one line, by check and by what needs them', async () => {
  chmodSync(keys(), 0o755);
  for (const words of [['check'], ['person', 'erase', 'slack:U0ELIF']]) {
    const { code, stderr } = await run(...words);
    expect([code, stderr.trim()]).toEqual([
      1,
      expect.stringMatching(/^BUDDY_SUPPORT_KEYS: .*chmod 700 it\.$/),
    ]);
  }
  expect(await open()).toBe(1);
});

test('figures print what was released, and nothing while fewer than eleven have closed', async () => {
  const counting = (transaction: Executor) => ({
    db: transaction,
    now: Date.now(),
    seals: createSeals(keys()),
  });
  const close = (times: number) =>
    transact(db, async (transaction) => {
      for (let one = 0; one < times; one += 1)
        await count(counting(transaction), ['closed', 'talked', 'kind:event-error']);
      await releaseBatch(counting(transaction), 11);
    });
  await close(10);
  expect((await run('figures')).stdout).not.toContain('Peer support');
  await close(1);
  expect((await run('figures')).stdout).toMatch(/Batch 1: 11 closed, 11 talked\. By kind: 11 /);
});
