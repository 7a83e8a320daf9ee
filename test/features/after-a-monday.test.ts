import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { planDue } from '../../src/features/nudges/plan.ts';
import { callOff, createRedraw } from '../../src/features/nudges/redraw.ts';
import { latersAhead } from '../../src/features/nudges/rules.ts';
import { startPair } from '../../src/features/pairing/store.ts';
import { enrol, type Member } from '../../src/people/members/store.ts';
import { savePause } from '../../src/people/members/wishes-store.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  buttonIds,
  buttonsOf,
  content,
  type Scene,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

const ana = slackPerson('U0ANA');
const ben = slackPerson('U0BEN');
const sunday = Date.parse('2026-11-22T12:00:00Z');
const monday = Date.parse('2026-11-23T08:00:30Z');
const hour = 3_600_000;
const week = '2026-W48';
let db: Database;
let close: () => Promise<void>;
let me: Member;
let pairId: string;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  me = await enrol(db, ana, aProfile('Ana'), someHospital, sunday);
  const buddy = await enrol(db, ben, aProfile('Ben'), someHospital, sunday);
  pairId = (await startPair(db, me, buddy, sunday)) ?? '';
});
afterEach(() => close());

function turn(from: PersonRef, now: number, more: Partial<Scene> = {}): Scene {
  return aScene({ db, now, from, redraw: createRedraw(content.bank), callOff, ...more });
}

/** Monday's message to Ana, as it would be sent now. */
async function anasMonday(): Promise<Card> {
  const row = await db
    .selectFrom('outbox')
    .select('card')
    .where('key', '=', `nudge:${me.id}:${week}`)
    .executeTakeFirstOrThrow();
  return JSON.parse(row.card ?? 'null') as Card;
}

const idsOf = (card: Card): readonly string[] => buttonsOf(card).map(({ id }) => id);
const acknowledge = (from: PersonRef, now: number) =>
  answer(turn(from, now), anIntent('checkins.acknowledge', { about: `${pairId}/${week}` }));
const undo = (from: PersonRef, now: number) =>
  answer(turn(from, now), anIntent('checkins.undo', { about: `${pairId}/${week}` }));

describe('when to be reminded', () => {
  const rhythm = { timeZone: 'Europe/Paris', nudgeMinute: 9 * 60 };

  test.each([
    ['2026-11-23T08:00:30Z', ['evening', 'shift', 'tomorrow', 'thursday']],
    ['2026-11-23T19:00:00Z', ['shift', 'tomorrow', 'thursday']],
    ['2026-11-26T09:00:00Z', ['evening', 'shift', 'tomorrow']],
    ['2026-11-29T16:00:00Z', ['evening']],
    ['2026-11-29T20:00:00Z', []],
  ])('at %s only what lies ahead in this week is offered', (instant, offered) => {
    expect(latersAhead(rhythm, Date.parse(instant))).toEqual(offered);
  });

  test('a night nurse whose time is 19:30 is not offered the evening, neither on Monday nor on pressing', async () => {
    await db
      .updateTable('members')
      .set({ nudge_minute: 19 * 60 + 30, next_nudge_at: monday })
      .execute();
    const at = Date.parse('2026-11-23T19:01:00Z');
    await planDue(db, { at, now: at, content });
    expect(idsOf(await anasMonday())).not.toContain('nudges.snooze:evening');
    const pressed = await answer(turn(ana, at), anIntent('nudges.snooze', { about: 'evening' }));
    expect(buttonIds(pressed)).toEqual([
      'nudges.snooze:shift',
      'nudges.snooze:tomorrow',
      'nudges.snooze:thursday',
    ]);
  });

  test('"after my shift" is in eight hours', async () => {
    const said = textOf(await answer(turn(ana, monday), anIntent('nudges.snooze', { about: 'shift' })));
    expect(said).toContain('Monday, November 23, 5:00 PM');
    const { due_at } = await db.selectFrom('outbox').select('due_at').executeTakeFirstOrThrow();
    expect(due_at).toBe(monday + 8 * hour);
  });

  test('the reminder carries "We checked in" for each buddy who has not', async () => {
    await answer(turn(ana, monday), anIntent('nudges.snooze', { about: 'tomorrow' }));
    const { card } = await db.selectFrom('outbox').select('card').executeTakeFirstOrThrow();
    expect(idsOf(JSON.parse(card ?? ''))).toEqual([
      `checkins.acknowledge:${pairId}/${week}`,
      'checkins.status',
    ]);
  });
});

describe('a check-in noted by mistake', () => {
  test('is taken back by the one who noted it, that day, and both see the button again', async () => {
    await planDue(db, { at: monday, now: monday, content });
    await acknowledge(ana, monday);
    expect(idsOf(await anasMonday())).toContain(`checkins.undo:${pairId}/${week}`);
    expect(textOf(await undo(ana, monday + hour))).toContain('Taken back');
    expect(await db.selectFrom('acknowledgements').selectAll().execute()).toEqual([]);
    expect(idsOf(await anasMonday())).toContain(`checkins.acknowledge:${pairId}/${week}`);
  });

  test('stays when the other noted it, and the other is not offered to take it back', async () => {
    await acknowledge(ben, monday);
    expect(buttonIds(await answer(turn(ana, monday), anIntent('checkins.status')))).not.toContain(
      `checkins.undo:${pairId}/${week}`,
    );
    expect(textOf(await undo(ana, monday))).toContain('Nothing has changed');
    expect(await db.selectFrom('acknowledgements').selectAll().execute()).toHaveLength(1);
  });

  test('stays from the next day on, by the clock of the one who noted it', async () => {
    const lateEvening = Date.parse('2026-11-23T22:59:00Z');
    await acknowledge(ana, lateEvening);
    expect(textOf(await undo(ana, lateEvening + 2 * 60_000))).toContain('Nothing has changed');
  });

  test('of a pair that is not theirs changes nothing', async () => {
    await acknowledge(ana, monday);
    const eve = slackPerson('U0EVE');
    await enrol(db, eve, aProfile('Eve'), someHospital, sunday);
    expect(textOf(await undo(eve, monday))).toContain('from an earlier buddy');
    expect(await db.selectFrom('acknowledgements').selectAll().execute()).toHaveLength(1);
  });
});

describe('"I will", to a buddy who could use a check-in', () => {
  /** What waits for someone to read, newest last. */
  const waitingFor = async (person: PersonRef): Promise<Card[]> => {
    const rows = await db.selectFrom('outbox').select('card').where('person_id', '=', person.id).execute();
    return rows.map((row) => JSON.parse(row.card ?? 'null') as Card);
  };
  const asked = async (): Promise<string> => {
    await answer(turn(ana, monday), anIntent('checkins.reach'));
    const [card] = await waitingFor(ben);
    return card === undefined ? '' : (idsOf(card)[0] ?? '').replace('checkins.answer:', '');
  };

  test('is one tap, which the one who asked sees once, and nothing more is kept of it', async () => {
    const about = await asked();
    const tables = await db.introspection.getTables();
    for (let times = 0; times < 2; times += 1) {
      const effects = await answer(turn(ben, monday), anIntent('checkins.answer', { about }));
      expect(effects[0]?.type).toBe('replace');
      expect(textOf(effects)).toContain("I've let Ana know you will.");
      expect(buttonIds(effects)).toEqual([]);
    }
    expect((await waitingFor(ana)).map((card) => fallbackText(card))).toEqual([
      'Ben will check in with you.',
    ]);
    expect((await db.introspection.getTables()).length).toBe(tables.length);
    expect(await db.selectFrom('acknowledgements').selectAll().execute()).toEqual([]);
  });

  test.each(['', 'x', 'pair/', `/reach`, 'someone-else/1', 'a/b/c'])(
    'forged as "%s" reaches nobody',
    async (about) => {
      await asked();
      const before = await waitingFor(ana);
      await answer(turn(ben, monday), anIntent('checkins.answer', { about }));
      expect(await waitingFor(ana)).toEqual(before);
    },
  );
});

describe('a member whose message of this week did not arrive', () => {
  const statusOfAna = async () => textOf(await answer(turn(ana, monday + hour), anIntent('checkins.status')));

  test.each([
    ['unreachable', "couldn't reach you"],
    ['failed', "couldn't be sent"],
    ['expired', 'too late'],
  ] as const)('hears why in the status (%s), and gets the questions all the same', async (status, why) => {
    await planDue(db, { at: monday, now: monday, content });
    expect(await statusOfAna()).not.toContain('Here are the questions:');
    await db.updateTable('outbox').set({ status, settled_at: monday }).execute();
    const said = await statusOfAna();
    expect(said).toContain(why);
    expect(said).toMatch(/\n1\. .+\?\n2\. .+\?/);
  });

  test('who paused is not told that anything went wrong', async () => {
    await savePause(db, me.id, { pausedAt: sunday, pausedUntil: null });
    await planDue(db, { at: monday, now: monday, content });
    expect(await statusOfAna()).not.toContain('Here are the questions:');
  });
});

test('of three buddies each button says to a screen reader who it is about', async () => {
  for (const name of ['Cleo', 'Dan']) {
    const other = await enrol(db, slackPerson(`U0${name}`), aProfile(name), someHospital, sunday);
    await startPair(db, me, other, sunday);
  }
  await planDue(db, { at: monday, now: monday, content });
  const spoken = buttonsOf(await anasMonday()).flatMap((button) =>
    button.id.startsWith('checkins.acknowledge') ? [button.spoken] : [],
  );
  expect(new Set(spoken).size).toBe(3);
  for (const name of ['Ben', 'Cleo', 'Dan']) expect(spoken.join()).toContain(name);
});
