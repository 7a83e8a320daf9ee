import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/schema.ts';
import { planDue } from '../../src/features/nudges/plan.ts';
import { whyNothing } from '../../src/features/nudges/why-nothing.ts';
import { startPair } from '../../src/features/pairing/store.ts';
import { enrol, type Member } from '../../src/people/members/store.ts';
import { savePause } from '../../src/people/members/wishes-store.ts';
import { aProfile, content, slackPerson, someHospital, temporaryDatabase } from '../support/turn.ts';

const ana = slackPerson('U0ANA');
const sunday = Date.parse('2026-11-22T12:00:00Z');
const monday = Date.parse('2026-11-23T08:00:30Z');
const friday = Date.parse('2026-11-27T12:00:00Z');
const week = '2026-W48';
let db: Database;
let close: () => Promise<void>;
let me: Member;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  me = await enrol(db, ana, aProfile('Ana'), someHospital, sunday);
});
afterEach(() => close());

async function withBuddy(): Promise<void> {
  const buddy = await enrol(db, slackPerson('U0BEN'), aProfile('Ben'), someHospital, sunday);
  await startPair(db, me, buddy, sunday);
}

const asked = (at: number) => whyNothing(db, content.bank, ana, at);
const plan = (at: number) => planDue(db, { at, now: at, content });

test('someone who is no member hears that', async () => {
  expect(await whyNothing(db, content.bank, slackPerson('U0NEW'), monday)).toEqual({ outcome: 'no member' });
});

test('before their Monday they are told which one is next, at it that they are due', async () => {
  await withBuddy();
  expect(await asked(sunday)).toEqual({ outcome: 'not due', week });
  expect(await asked(monday)).toEqual({ outcome: 'due', week });
});

test('without a buddy, before and after the Monday', async () => {
  expect(await asked(monday)).toEqual({ outcome: 'unpaired', week });
  await plan(monday);
  expect(await asked(friday)).toEqual({ outcome: 'unpaired', week });
});

test('a pause that has ended since is still the reason', async () => {
  await withBuddy();
  await savePause(db, me.id, { pausedAt: sunday, pausedUntil: null });
  await plan(monday);
  await savePause(db, me.id, { pausedAt: null, pausedUntil: null });
  expect(await asked(friday)).toEqual({ outcome: 'paused', week });
});

test.each([
  ['waiting', 'pending'],
  ['sent', 'sent'],
  ['unreachable', 'unreachable'],
  ['failed', 'failed'],
  ['expired', 'missed'],
] as const)('a message that is %s', async (status, outcome) => {
  await withBuddy();
  await plan(monday);
  await db.updateTable('outbox').set({ status }).execute();
  expect(await asked(friday)).toEqual({ outcome, week });
});

test('when the server was down until Friday', async () => {
  await withBuddy();
  expect(await asked(friday)).toEqual({ outcome: 'missed', week });
});
