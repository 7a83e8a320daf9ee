import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { Database } from '../../src/db/schema.ts';
import { planDue } from '../../src/features/nudges/plan.ts';
import { callOff, createRedraw } from '../../src/features/nudges/redraw.ts';
import { accountOf } from '../../src/features/nudges/store.ts';
import { newBuddyCard } from '../../src/features/pairing/cards.ts';
import { startPair } from '../../src/features/pairing/store.ts';
import { endPauses } from '../../src/features/settings/end-pauses.ts';
import { enrol, findMember, type Member, type MemberWithRhythm } from '../../src/people/members/store.ts';
import { createJobs } from '../../src/program/jobs.ts';
import { seals } from '../support/seals.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  content,
  slackPerson,
  someHospital,
  someReader,
  temporaryDatabase,
} from '../support/turn.ts';

const ana = slackPerson('U0ANA');
const ben = slackPerson('U0BEN');
const sunday = Date.parse('2026-11-22T12:00:00Z');
const monday = Date.parse('2026-11-23T08:00:30Z');
const wednesdayMidnight = Date.parse('2026-11-24T23:00:00Z');
const redraw = createRedraw(content.bank);
let db: Database;
let close: () => Promise<void>;
let buddy: Member;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  const me = await enrol(db, ana, aProfile('Ana'), someHospital, sunday);
  buddy = await enrol(db, ben, aProfile('Ben'), someHospital, sunday);
  await startPair(db, me, buddy, sunday);
  const turn = aScene({ db, now: sunday, from: ana, redraw, callOff });
  await answer(turn, anIntent('members.pause', { about: 'until 2026-11-25' }));
});
afterEach(() => close());

/** One tick of what the server runs, in its order. */
async function tick(now: number): Promise<void> {
  const jobs = createJobs({
    db,
    content,
    redraw,
    callOff,
    log: { debug() {}, info() {}, warn() {}, error() {} },
    dispatcher: { wake() {} },
    adapters: new Map(),
    seals,
    hospital: { get: async () => someHospital, doubt() {} },
  } as unknown as Parameters<typeof createJobs>[0]);
  for (const job of jobs) if (job.everyMs === 0) await job.run(now);
}

async function pauseOfAna(): Promise<(number | null | undefined)[]> {
  const member = await findMember(db, ana);
  return [member?.rhythm?.pausedAt, member?.rhythm?.pausedUntil];
}

async function messageOfBen(): Promise<string> {
  const row = await db
    .selectFrom('outbox')
    .select('card')
    .where('key', '=', `nudge:${buddy.id}:2026-W48`)
    .executeTakeFirstOrThrow();
  return fallbackText(JSON.parse(row.card ?? 'null') as Card);
}

describe('a pause until a day', () => {
  test('ends with that day, and the buddy no longer reads "away"', async () => {
    await tick(monday);
    await tick(wednesdayMidnight - 1);
    expect(await messageOfBen()).toContain('away for a while');
    expect(await pauseOfAna()).toEqual([sunday, wednesdayMidnight]);
    await tick(wednesdayMidnight);
    expect(await messageOfBen()).not.toContain('away for a while');
    expect(await pauseOfAna()).toEqual([null, null]);
    expect(await accountOf(db, '2026-W48')).toMatchObject({ eligible: 2, paused: 1, pending: 1 });
  });

  test('accounts for a Monday in it as paused, also when the server was down until it had ended', async () => {
    await tick(wednesdayMidnight + 60_000);
    expect(await accountOf(db, '2026-W48')).toMatchObject({ eligible: 2, paused: 1, pending: 1 });
    expect(await pauseOfAna()).toEqual([null, null]);
  });

  test('is kept until its Monday has been planned, whichever job comes first', async () => {
    const late = wednesdayMidnight + 60_000;
    expect(await endPauses(db, late, { redraw })).toBe(0);
    await planDue(db, { at: late, now: late, content });
    expect(await accountOf(db, '2026-W48')).toMatchObject({ eligible: 2, paused: 1, pending: 1 });
    expect(await endPauses(db, late, { redraw })).toBe(1);
  });

  test('is told to someone who gets a new buddy meanwhile', async () => {
    const me = (await findMember(db, ana)) as MemberWithRhythm;
    const card = fallbackText(newBuddyCard(someReader, me, buddy, monday));
    expect(card).toContain('paused until Wednesday, November 25');
    expect(card).not.toContain('when you resume');
    const forGood = { ...me, rhythm: { ...me.rhythm, pausedUntil: null } };
    expect(fallbackText(newBuddyCard(someReader, forGood, buddy, monday))).toContain('when you resume');
    expect(fallbackText(newBuddyCard(someReader, me, buddy, wednesdayMidnight))).toContain(
      'first two questions come on',
    );
  });
});

test('a pause without a day does not end by itself', async () => {
  await answer(aScene({ db, now: monday, from: ana, redraw, callOff }), anIntent('members.pause'));
  await tick(Date.parse('2027-11-22T12:00:00Z'));
  expect(await pauseOfAna()).toEqual([sunday, null]);
});
