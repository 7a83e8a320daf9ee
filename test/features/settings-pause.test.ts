import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Intent } from '../../src/bot/intent.ts';
import { toIntent } from '../../src/bot/intents.ts';
import { sayInstant } from '../../src/calendar/say.ts';
import type { Card } from '../../src/chat/card.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';
import type { PersonRef } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { planDue } from '../../src/features/nudges/plan.ts';
import { callOff, createRedraw } from '../../src/features/nudges/redraw.ts';
import { accountOf } from '../../src/features/nudges/store.ts';
import { startPair } from '../../src/features/pairing/store.ts';
import { readPauseEnd } from '../../src/features/settings/rules.ts';
import { enrol, findMember, type Member } from '../../src/people/members/store.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  buttonIds,
  content,
  errorsOf,
  formOf,
  type Scene,
  slackPerson,
  someHospital,
  someReader,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

const ana = slackPerson('U0ANA');
const ben = slackPerson('U0BEN');
const sunday = Date.parse('2026-11-22T12:00:00Z');
const monday = Date.parse('2026-11-23T08:00:30Z');
const wednesday = Date.parse('2026-11-25T12:00:00Z');
let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

async function pairUp(): Promise<{ me: Member; buddy: Member }> {
  const me = await enrol(db, ana, aProfile('Ana'), someHospital, sunday);
  const buddy = await enrol(db, ben, aProfile('Ben'), someHospital, sunday);
  await startPair(db, me, buddy, sunday);
  return { me, buddy };
}

function turn(now: number, more: Partial<Scene> = {}): Scene {
  return aScene({ db, now, from: ana, redraw: createRedraw(content.bank), callOff, ...more });
}

function typed(text: string, from: PersonRef = ana): Intent {
  return toIntent({ id: '1', from, type: 'command', text, people: [] });
}

const picked = (about: string): Intent => anIntent('members.pause', { about });
const submitted = (day: string): Intent => anIntent('members.pause', { about: 'day', answers: { day } });

async function pauseOf(person: PersonRef): Promise<(number | null)[]> {
  const member = await findMember(db, person);
  return [member?.rhythm?.pausedAt ?? null, member?.rhythm?.pausedUntil ?? null];
}

describe('a tired person pauses', () => {
  test('by one command: away until they resume, and offered to be brought back by itself', async () => {
    await pairUp();
    const effects = await answer(turn(wednesday), typed('pause'));
    expect(await pauseOf(ana)).toEqual([wednesday, null]);
    expect(effects[0]?.type).toBe('reply');
    expect(textOf(effects)).toContain('paused until you resume');
    expect(buttonIds(effects)).toEqual([
      'members.pause:1w',
      'members.pause:2w',
      'members.pause:4w',
      'members.pause:day',
      'members.resume',
    ]);
  });

  test('and is no longer among those open to an invitation, also once they are back, until they say so themselves', async () => {
    await pairUp();
    await answer(turn(wednesday), anIntent('pairing.open'));
    expect(textOf(await answer(turn(wednesday), typed('pause 2 weeks')))).toContain(
      "off the list of people who'd like to be asked",
    );
    expect(await findMember(db, ana)).toMatchObject({ isOpenToInvitations: false });
    await answer(turn(wednesday), anIntent('members.resume'));
    expect(await findMember(db, ana)).toMatchObject({ isOpenToInvitations: false });
    await answer(turn(wednesday), anIntent('pairing.open'));
    expect(await findMember(db, ana)).toMatchObject({ isOpenToInvitations: true });
  });

  test.each([
    ['1w', '2026-12-01T23:00:00Z', 'December 2'],
    ['2w', '2026-12-08T23:00:00Z', 'December 9'],
    ['4w', '2026-12-22T23:00:00Z', 'December 23'],
  ])(
    'and comes back by itself after %s, at the start of that day where they are',
    async (span, until, said) => {
      await pairUp();
      await answer(turn(wednesday), typed('pause'));
      const effects = await answer(turn(wednesday + 60_000), picked(span));
      expect(await pauseOf(ana)).toEqual([wednesday, Date.parse(until)]);
      expect(effects[0]?.type).toBe('replace');
      expect(textOf(effects)).toContain(said);
    },
  );

  test.each([
    'pause 2 weeks',
    'pause for two weeks',
    'PAUSE  2  Weeks',
    'pause until 2026-12-09',
    'pause 2026-12-09',
  ])('by typing "%s"', async (text) => {
    await pairUp();
    await answer(turn(wednesday), typed(text));
    expect(await pauseOf(ana)).toEqual([wednesday, Date.parse('2026-12-08T23:00:00Z')]);
  });

  test('on a day of their own, in a form', async () => {
    await pairUp();
    const form = formOf(await answer(turn(wednesday), picked('day')));
    expect([form.id, form.fields.map(({ id, type }) => [id, type])]).toEqual([
      'members.pause:day',
      [['day', 'day']],
    ]);
    expect(await pauseOf(ana)).toEqual([null, null]);
    await answer(turn(wednesday), submitted('2026-12-24'));
    expect(await pauseOf(ana)).toEqual([wednesday, Date.parse('2026-12-23T23:00:00Z')]);
  });

  test.each([
    ['2026-11-25', 'after today'],
    ['2026-11-24', 'after today'],
    ['2027-11-28', 'within a year'],
    ['24 December', 'like 2026-12-24'],
    ['', 'like 2026-12-24'],
  ])('the form takes no "%s", and says so at the field', async (day, why) => {
    await pairUp();
    expect(errorsOf(await answer(turn(wednesday), submitted(day))).day).toContain(why);
    expect(await pauseOf(ana)).toEqual([null, null]);
  });

  test.each([
    'pause until further notice',
    'pause 2026-02-30',
    'pause yesterday',
    'pause 0 weeks',
    'pause 60 weeks',
  ])('what "%s" means is not guessed, and nothing changes', async (text) => {
    await pairUp();
    const effects = await answer(turn(wednesday), typed(text));
    expect(textOf(effects)).toContain('nothing has changed');
    expect(await pauseOf(ana)).toEqual([null, null]);
  });

  test('a pause ends with the night, also where the clocks change at midnight', () => {
    expect(readPauseEnd('2026-04-24', Date.parse('2026-04-01T12:00:00Z'), 'Africa/Cairo')).toEqual({
      ok: true,
      until: Date.parse('2026-04-23T22:00:00Z'),
    });
  });

  test('questions that still wait to go out do not go, and the Monday is accounted for', async () => {
    const { buddy } = await pairUp();
    await planDue(db, { at: monday, now: monday, content });
    await answer(turn(monday), typed('pause'));
    const keys = (await db.selectFrom('outbox').select('key').execute()).map((row) => row.key);
    expect(keys).toEqual([`nudge:${buddy.id}:2026-W48`]);
    expect(await accountOf(db, '2026-W48')).toMatchObject({ eligible: 2, paused: 1, pending: 1 });
  });

  test('the buddy sees that they are away, and neither why nor for how long', async () => {
    const { buddy } = await pairUp();
    await planDue(db, { at: monday, now: monday, content });
    const cardOfBuddy = async (): Promise<string> => {
      const row = await db
        .selectFrom('outbox')
        .select('card')
        .where('key', '=', `nudge:${buddy.id}:2026-W48`)
        .executeTakeFirstOrThrow();
      return fallbackText(JSON.parse(row.card ?? 'null') as Card);
    };
    expect(await cardOfBuddy()).not.toContain('away for a while');
    await answer(turn(monday), typed('pause until 2026-12-24'));
    expect(await cardOfBuddy()).toContain('away for a while');
    expect(await cardOfBuddy()).not.toMatch(/24|December|paused/);
    await answer(turn(wednesday), anIntent('members.resume'));
    expect(await cardOfBuddy()).not.toContain('away for a while');
  });

  test('a weekly message keeps its questions when the button in it is pressed', async () => {
    await pairUp();
    const [effect] = await answer(turn(wednesday, { message: 'D1 123' }), picked('1w'));
    expect(effect?.type).toBe('reply');
    const [after] = await answer(turn(wednesday, { message: 'D1 123' }), anIntent('members.resume'));
    expect(after?.type).toBe('reply');
  });

  test('who is no member is told that nothing would come anyway, and becomes none', async () => {
    for (const intent of [typed('pause'), picked('1w'), picked('day'), submitted('2026-12-24')]) {
      expect(textOf(await answer(turn(wednesday), intent))).toContain("You don't have a buddy here yet");
    }
    expect(textOf(await answer(turn(wednesday), anIntent('members.resume')))).toContain(
      "You don't have a buddy here yet",
    );
    expect(await db.selectFrom('members').selectAll().execute()).toEqual([]);
  });
});

describe('and comes back', () => {
  test('by one command, and hears when the next questions come', async () => {
    await pairUp();
    await answer(turn(sunday), typed('pause'));
    const effects = await answer(turn(sunday + 60_000), anIntent('members.resume'));
    expect(await pauseOf(ana)).toEqual([null, null]);
    const when = sayInstant(Date.parse('2026-11-23T08:00:00Z'), someReader);
    expect(textOf(effects)).toBe(`Welcome back. Your next two questions come on ${when}.`);
  });

  test('the Monday that went by meanwhile does not follow: the next one comes', async () => {
    await pairUp();
    await answer(turn(sunday), typed('pause'));
    await planDue(db, { at: wednesday, now: wednesday, content });
    const effects = await answer(turn(wednesday), anIntent('members.resume'));
    expect(textOf(effects)).toContain('November 30, 9:00 AM');
    expect(await findMember(db, ana)).toMatchObject({ rhythm: { nextWeek: '2026-W49' } });
  });

  test('someone who is not away hears so, and nothing is moved', async () => {
    const { me } = await pairUp();
    expect(textOf(await answer(turn(sunday), anIntent('members.resume')))).toContain("You aren't paused.");
    expect(await findMember(db, ana)).toEqual(me);
  });

  test('someone without a buddy is promised no date', async () => {
    await enrol(db, ana, aProfile('Ana'), someHospital, sunday);
    await answer(turn(sunday), typed('pause'));
    expect(textOf(await answer(turn(wednesday), anIntent('members.resume')))).toBe(
      'Welcome back. Your questions start the Monday after you have a buddy.',
    );
  });
});
