import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { sqlitePath } from '../../src/db/database-url.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { pulseHeld } from '../../src/features/pulse/held.ts';
import { spentFingerprint } from '../../src/features/pulse/token.ts';
import { findMember } from '../../src/people/members/store.ts';
import { forgetWhatIsOld } from '../../src/program/retention.ts';
import { databaseUnderTest, type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { slackPerson, someReader } from '../support/turn.ts';
import { everything } from './privacy-stage.ts';
import { asked, members, press, sentTokens, tick, told, turnOn } from './pulse-stage.ts';

let database: FreshDatabase;
let db: Database;

beforeEach(async () => {
  database = await freshDatabase();
  db = openDatabase(database.url);
});
afterEach(async () => {
  await db.destroy();
  await database.remove();
});

async function sent(): Promise<readonly string[]> {
  await turnOn(db);
  await members(db, 12);
  await tick(db, told);
  await tick(db, asked);
  return sentTokens(db);
}

test('no row leads from a person to an answer: who answered and who didn’t have the same', async () => {
  const tokens = await sent();
  const ofPeople = async () => {
    const { pulse_spent: _, pulse_counts: __, ...rest } = await everything(db);
    return JSON.stringify(rest);
  };
  const before = await ofPeople();
  for (const token of tokens.slice(0, 6)) {
    await press(db, 'pulse.answer', `${token}/empty`);
    await press(db, 'pulse.weighs', `${token}/pace`);
  }
  expect(await ofPeople()).toBe(before);
  const all = JSON.stringify(await everything(db));
  for (const token of tokens) expect(all).not.toContain(token);
});

test('the copy says who was told and asked, and that no answer is held', async () => {
  const [token = ''] = await sent();
  const person = slackPerson('U0');
  const whose = { accounts: [person], member: await findMember(db, person), sealedFingerprints: [] } as const;
  const copy = async () => JSON.stringify(pulseHeld.shown(someReader, await pulseHeld.find(db, whose)));
  const before = await copy();
  expect(before).toMatch(/"lastAskedIn":"2026-Q4".*held nowhere under your name/);
  await press(db, 'pulse.answer', `${token}/empty`);
  expect(await copy()).toBe(before);
});

if (databaseUnderTest === 'sqlite') {
  const bytes = () =>
    ['', '-wal'].map((ending) => readFileSync(`${sqlitePath(database.url)}${ending}`, 'latin1')).join('');

  test('after an answer the log beside the file is empty, and no byte has the token', async () => {
    const tokens = await sent();
    for (const token of tokens) await press(db, 'pulse.answer', `${token}/worn`);
    await forgetWhatIsOld(db, { now: asked });
    for (const token of tokens) {
      await press(db, 'pulse.weighs', `${token}/pace`);
      expect(readFileSync(`${sqlitePath(database.url)}-wal`)).toHaveLength(0);
    }
    for (const token of tokens) expect(bytes()).not.toContain(token);
    expect(bytes()).toContain(spentFingerprint('weighs', tokens[0] ?? ''));
  });

  test('what was spent lies in the order of its fingerprints, not in which it came', async () => {
    const tokens = await sent();
    for (const token of tokens) await press(db, 'pulse.answer', `${token}/worn`);
    const { rows } = await sql<{ fingerprint: string }>`select fingerprint from pulse_spent`.execute(db);
    const lying = rows.map(({ fingerprint }) => fingerprint);
    expect(lying).toEqual(lying.toSorted());
    await expect(sql`select rowid from pulse_spent`.execute(db)).rejects.toThrow(/rowid/);
  });
} else {
  test('no row of a person was touched by the transaction that counted', async () => {
    const [token = '', other = ''] = await sent();
    await press(db, 'pulse.answer', `${token}/worn`);
    await press(db, 'pulse.answer', `${other}/well`);
    const { rows: counting } = await sql<{
      by: string;
    }>`select distinct xmin::text as by from pulse_counts`.execute(db);
    // All counts were written again by the last tap, whatever it was.
    expect(counting).toHaveLength(1);
    const { rows: touched } = await sql`select 1 from members, pulse_counts
      where members.xmin = pulse_counts.xmin or members.xmax = pulse_counts.xmin`.execute(db);
    expect(touched).toEqual([]);
    const { rows: seen } = await sql`select 1 from inbox`.execute(db);
    expect(seen).toEqual([]);
  });
}
