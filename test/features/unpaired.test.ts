import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { endPair, startPair } from '../../src/features/pairing/store.ts';
import { offerSteps } from '../../src/features/unpaired/offer-steps.ts';
import { enrol, type Member } from '../../src/people/members/store.ts';
import { savePause } from '../../src/people/members/wishes-store.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

const day = 86_400_000;
const hour = 3_600_000;
/** A Wednesday, midnight in Paris. */
const midnight = Date.parse('2026-12-01T23:00:00Z');

let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

function member(name: string, at: number, timeZone = 'Europe/Paris'): Promise<Member> {
  const person: PersonRef = slackPerson(`U${name.toUpperCase()}`);
  return enrol(db, person, aProfile(name, { timeZone }), someHospital, at);
}

/** The hourly look, for so many days; who was written to, and when. */
async function goOn(from: number, days: number): Promise<readonly { who: string; at: number }[]> {
  for (let now = from; now < from + days * day; now += hour) await offerSteps(db, now);
  const rows = await db
    .selectFrom('outbox')
    .select(['person_id', 'created_at'])
    .where('key', 'like', 'next-step:%')
    .orderBy('created_at')
    .execute();
  return rows.map(({ person_id, created_at }) => ({ who: person_id, at: created_at }));
}

async function pairOf(one: Member, other: Member, at: number): Promise<string> {
  const id = await startPair(db, one, other, at);
  if (id === null) throw new Error('They are buddies already.');
  return id;
}

describe('nobody is quietly alone', () => {
  test('who lost their buddy is offered one next step within a week, at their own hour, and no second one', async () => {
    const [ana, ben] = [await member('ana', midnight), await member('ben', midnight, 'America/New_York')];
    const pair = await pairOf(ana, ben, midnight);
    await endPair(db, pair, midnight + day);
    const told = await goOn(midnight + day, 40);
    expect(told.map(({ who }) => who).sort()).toEqual(['UANA', 'UBEN']);
    for (const { at } of told) expect(at - (midnight + day)).toBeLessThanOrEqual(7 * day);
    const hours = told.map(({ who, at }) => [who, new Date(at).getUTCHours()]);
    expect(hours).toEqual(
      expect.arrayContaining([
        ['UANA', 8],
        ['UBEN', 14],
      ]),
    );
  });

  test('who joined and has none hears of it after two weeks', async () => {
    await member('ana', midnight);
    expect(await goOn(midnight, 16)).toEqual([]);
    const told = await goOn(midnight + 16 * day, 30);
    expect(told).toHaveLength(1);
    expect(told[0]?.at).toBeGreaterThan(midnight + 17 * day - 1);
    expect(told[0]?.at).toBeLessThan(midnight + 21 * day);
  });

  test('who has another buddy, or found one in time, hears nothing', async () => {
    const [ana, ben, chidi] = [
      await member('ana', midnight),
      await member('ben', midnight),
      await member('chidi', midnight),
    ];
    await pairOf(ana, chidi, midnight);
    await endPair(db, await pairOf(ana, ben, midnight), midnight + day);
    await pairOf(ben, chidi, midnight + 2 * day);
    expect(await goOn(midnight, 30)).toEqual([]);
  });

  test('who is paused is left in peace until the pause is over', async () => {
    const [ana, ben] = [await member('ana', midnight), await member('ben', midnight)];
    await endPair(db, await pairOf(ana, ben, midnight), midnight + day);
    await savePause(db, ben.id, { pausedAt: midnight, pausedUntil: null });
    await savePause(db, ana.id, { pausedAt: midnight, pausedUntil: midnight + 20 * day });
    expect(await goOn(midnight, 20)).toEqual([]);
    expect((await goOn(midnight + 20 * day, 10)).map(({ who }) => who)).toEqual(['UANA']);
  });

  test('a second loss is a second offer', async () => {
    const [ana, ben] = [await member('ana', midnight), await member('ben', midnight)];
    await endPair(db, await pairOf(ana, ben, midnight), midnight + day);
    await goOn(midnight + day, 10);
    await endPair(db, await pairOf(ana, ben, midnight + 12 * day), midnight + 20 * day);
    expect(await goOn(midnight + 20 * day, 10)).toHaveLength(4);
  });

  test('leaving it for now is taken kindly', async () => {
    const scene = aScene({ db, now: midnight, from: slackPerson('UANA') });
    expect(textOf(await answer(scene, anIntent('members.leave-it')))).toMatch(/^All right/);
  });
});

/** Rotations in July, leavers, night shifts: seeded, so that it's the same year each time. */
test('in a year of 600 members everyone who lost a buddy was offered exactly one next step for it', async () => {
  let seed = 42;
  const chance = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const zones = ['America/New_York', 'America/Los_Angeles', 'Europe/Paris'];
  const members: Member[] = [];
  for (let count = 0; count < 600; count += 1)
    members.push(await member(`m${count}`, midnight, zones[count % zones.length]));
  const open: { id: string; one: number; other: number }[] = [];
  for (let count = 0; count < 600; count += 2) {
    const [one, other] = [members[count], members[count + 1]];
    if (one === undefined || other === undefined) continue;
    open.push({ id: await pairOf(one, other, midnight), one: count, other: count + 1 });
  }
  const losses = new Map<string, number[]>();
  for (let week = 1; week <= 52; week += 1) {
    const now = midnight + week * 7 * day;
    const leaving = week === 30 ? 0.3 : 0.004;
    for (const pair of open.splice(0)) {
      if (chance() > leaving) {
        open.push(pair);
        continue;
      }
      await endPair(db, pair.id, now);
      for (const place of [pair.one, pair.other]) {
        const id = members[place]?.person.id ?? '';
        losses.set(id, [...(losses.get(id) ?? []), now]);
      }
    }
    // Before the third day nobody is written to; that's told above.
    for (let at = now + 3 * day; at < now + 6 * day; at += 3 * hour) await offerSteps(db, at);
  }
  const told = await goOn(midnight + 53 * 7 * day, 1);
  expect(losses.size).toBeGreaterThan(100);
  expect(told).toHaveLength([...losses.values()].flat().length);
  for (const { who, at } of told) {
    const lost = losses.get(who)?.find((one) => at >= one && at <= one + 7 * day);
    expect([who, lost !== undefined]).toEqual([who, true]);
  }
});
