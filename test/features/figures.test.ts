import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/schema.ts';
import { transact } from '../../src/db/transact.ts';
import { releaseFigures } from '../../src/features/figures/release-all.ts';
import { planDue } from '../../src/features/nudges/plan.ts';
import { startPair } from '../../src/features/pairing/store.ts';
import { count, releaseBatch } from '../../src/features/tallies/store.ts';
import { expireOverdue } from '../../src/outbox/expire-store.ts';
import { enrol, type Member } from '../../src/people/members/store.ts';
import { savePause } from '../../src/people/members/wishes-store.ts';
import { seals } from '../support/seals.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  content,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

const sunday = Date.parse('2026-11-22T06:00:00Z');
/** 9:00 in Paris, and in Honolulu. */
const paris = Date.parse('2026-11-23T08:00:30Z');
const honolulu = Date.parse('2026-11-23T19:00:30Z');
/** The week is over in Paris, and in Honolulu. */
const overInParis = Date.parse('2026-11-30T00:00:00Z');
const over = Date.parse('2026-11-30T10:00:00Z');

let db: Database;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

/** Members in pairs, so that everyone gets their Monday. */
async function people(count: number, timeZone: string): Promise<Member[]> {
  const members: Member[] = [];
  for (let index = 0; index < count; index += 1) {
    const person = slackPerson(`U${timeZone.slice(-3)}${index}`.toUpperCase());
    members.push(await enrol(db, person, aProfile(`P${index}`, { timeZone }), someHospital, sunday));
  }
  for (let index = 0; index + 1 < count; index += 2)
    await startPair(db, members[index] as Member, members[index + 1] as Member, sunday);
  return members;
}

async function pause(members: readonly Member[]): Promise<void> {
  for (const { id } of members) await savePause(db, id, { pausedAt: sunday, pausedUntil: null });
}

/** A tick: everyone who is due is planned, everything is delivered, weeks end. */
async function tick(at: number): Promise<void> {
  await planDue(db, { at, now: at, content });
  await db
    .updateTable('outbox')
    .set({ status: 'sent', settled_at: at })
    .where('status', '=', 'waiting')
    .execute();
  await expireOverdue(db, at, async () => {});
  await releaseFigures(db, at, { smallest: someHospital.smallestGroup });
}

async function figuresAt(now: number): Promise<string> {
  const admin = slackPerson('UADMIN');
  const hospital = { ...someHospital, admins: new Set(['slack:UADMIN']) };
  const newcomer = aProfile('Admin');
  return textOf(await answer(aScene({ db, now, from: admin, hospital, newcomer }), anIntent('figures.show')));
}

/** What is shown of the week that is over. */
async function endedAt(now: number): Promise<string> {
  const shown = await figuresAt(now);
  return shown.slice(shown.indexOf('Monday, November 23'));
}

/** One of two stories: all the same but for one thing. What an administrator sees must not tell which it was. */
async function played(
  { pausedInHonolulu }: { readonly pausedInHonolulu: boolean },
  looks: readonly number[],
): Promise<readonly string[]> {
  const many = await people(44, 'Europe/Paris');
  await pause(many.slice(0, 12));
  const [one] = await people(1, 'Pacific/Honolulu');
  await startPair(db, one as Member, many[20] as Member, sunday);
  if (pausedInHonolulu) await pause([one as Member]);
  const seen: string[] = [];
  for (const at of looks) {
    await tick(at);
    seen.push(await figuresAt(at));
  }
  return seen;
}

test('a release that was made for a larger group than is set now says which', async () => {
  await people(40, 'Europe/Paris');
  await tick(paris);
  await tick(over);
  const hospital = { ...someHospital, admins: new Set(['slack:UADMIN']), smallestGroup: 5 };
  const scene = aScene({ db, now: over, from: slackPerson('UADMIN'), hospital, newcomer: aProfile('Admin') });
  const shown = textOf(await answer(scene, anIntent('figures.show')));
  expect(shown).toContain('All but fewer than 11 were sent their questions');
  expect(shown).not.toContain('All but fewer than 5');
});

describe('someone who looks before and after one person’s Monday', () => {
  test.each([true, false])(
    'learns nothing when the only one in Honolulu has paused: %s',
    async (pausedInHonolulu) => {
      const [before, after, later] = await played({ pausedInHonolulu }, [paris, honolulu, overInParis]);
      expect(before).toContain('At least 22 were sent their questions');
      expect(after).toBe(before);
      expect(later).toBe(before);
      expect(before).not.toMatch(/paused|no buddy|check-in is|noted|members were due/);
    },
  );

  test('learns only sums, and only once the week is over in Honolulu too', async () => {
    const [, ended] = await played({ pausedInHonolulu: true }, [overInParis, over]);
    expect(ended).toContain('About 45 members were due');
  });
});

describe('a week that is over', () => {
  test('stays as it was, no matter who leaves, checks in or looks later', async () => {
    const members = await people(44, 'Europe/Paris');
    await tick(paris);
    await tick(over);
    const shown = await endedAt(over);
    expect(shown).toContain('About 45 members were due');
    await checkIn(members.slice(0, 30));
    await db
      .deleteFrom('members')
      .where('id', '=', (members[40] as Member).id)
      .execute();
    await db.updateTable('outbox').set({ status: 'failed' }).execute();
    await tick(over + 3_600_000);
    expect(await endedAt(over + 3_600_000)).toBe(shown);
  });

  test('waits for who is still to be accounted for', async () => {
    await people(44, 'Europe/Paris');
    await tick(paris);
    await db.updateTable('outbox').set({ status: 'waiting', useful_until: null }).execute();
    await releaseFigures(db, over, { smallest: someHospital.smallestGroup });
    expect(await figuresAt(over)).toContain('Fewer than 11 were sent');
  });

  test('is not shown when the smallest group has become larger since', async () => {
    await people(24, 'Europe/Paris');
    await tick(paris);
    await tick(over);
    await db.updateTable('releases').set({ smallest: 10 }).execute();
    expect(await figuresAt(over)).toContain('Nothing is shown');
  });
});

test('a single tap is not seen while it is Monday, nor a hundred', async () => {
  const members = await people(44, 'Europe/Paris');
  await tick(paris);
  const before = await figuresAt(paris);
  for (let taps = 2; taps <= 44; taps += 14) {
    await checkIn(members.slice(0, taps));
    expect(await figuresAt(paris + taps)).toBe(before);
  }
});

async function checkIn(members: readonly Member[]): Promise<void> {
  const pairs = await db.selectFrom('pairs').selectAll().execute();
  const rows = pairs
    .filter((pair) => members.some(({ id }) => id === pair.first_member_id))
    .map((pair) => ({
      pair_id: pair.id,
      member_id: pair.first_member_id,
      week: '2026-W48' as const,
      acknowledged_at: paris,
    }));
  await db
    .insertInto('acknowledgements')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

test('peer support is in the figures once eleven have closed, and a kind only once it has eleven', async () => {
  const close = (names: Parameters<typeof count>[1]) =>
    transact(db, async (transaction) => {
      const counting = { db: transaction, now: paris, seals };
      await count(counting, names);
      await releaseBatch(counting, 11);
    });
  for (let closed = 1; closed <= 10; closed += 1) await close(['closed', 'talked', 'kind:event-death']);
  expect(await figuresAt(paris)).not.toContain('Peer support');
  await close(['closed', 'declined', 'kind:event-other']);
  const shown = await figuresAt(paris);
  expect(shown).toMatch(/Peer support.*Batch 1: 11 closed, 10 talked, 1 not now\./s);
  expect(shown).not.toMatch(/kind/i);
});
