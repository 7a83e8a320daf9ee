import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { toIntent } from '../../src/bot/intents.ts';
import type { Database } from '../../src/db/schema.ts';
import { forecastAll } from '../../src/features/nudges/dry-run.ts';
import { planDue } from '../../src/features/nudges/plan.ts';
import { createRedraw } from '../../src/features/nudges/redraw.ts';
import { accountOf } from '../../src/features/nudges/store.ts';
import { longestDueSince } from '../../src/people/members/due-store.ts';
import { enrol, findMember } from '../../src/people/members/store.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
  buttonIds,
  content,
  slackPerson,
  someHospital,
  temporaryDatabase,
  textOf,
} from '../support/turn.ts';

/** Ana takes part without having had a buddy; Ben has made a code, say, that nobody has entered. */
const ana = slackPerson('U0ANA');
const ben = slackPerson('U0BEN');
const sunday = Date.parse('2026-11-22T12:00:00Z');
const monday = Date.parse('2026-11-23T08:00:30Z');
const nextMonday = Date.parse('2026-11-30T08:00:00Z');
let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
  const me = await enrol(db, ana, aProfile('Ana Diaz'), someHospital, sunday);
  await enrol(db, ben, aProfile('Ben Ode'), someHospital, sunday);
  await db
    .updateTable('members')
    .set({ nudge_minute: null, cadence: null, next_week: null, next_nudge_at: null })
    .where('id', '=', me.id)
    .execute();
});
afterEach(() => close());

const scene = (now = monday) => aScene({ db, now, from: ana, redraw: createRedraw(content.bank) });
const typed = (text: string) =>
  answer(scene(), toIntent({ id: '1', from: ana, type: 'command', text, people: [] }));

describe('someone who takes part, and no Monday is about them yet', () => {
  test('isn’t due, and isn’t counted among those without a buddy', async () => {
    expect(await longestDueSince(db, nextMonday)).toBe((await findMember(db, ben))?.rhythm?.nextNudgeAt);
    const forecasts: string[] = [];
    for await (const forecast of forecastAll(db, content.bank, monday)) forecasts.push(forecast);
    expect(forecasts).toEqual(['unpaired']);
    expect(await planDue(db, { at: monday, now: monday, content })).toBe(1);
    expect(await accountOf(db, '2026-W48')).toMatchObject({ eligible: 1, unpaired: 1 });
  });

  test.each(['status', 'help', 'privacy', 'later', 'choose'])('is answered to %s', async (word) => {
    expect(textOf(await typed(word))).not.toBe('');
  });

  test('reads in the settings that the questions begin with a first buddy, and has none to change', async () => {
    expect(textOf(await typed('settings'))).toContain('start with your first buddy');
    expect(buttonIds(await typed('choose'))).toContain('pairing.open');
    const form = await answer(
      scene(),
      anIntent('settings.edit', { answers: { time: '08:00', cadence: 'weekly' } }),
    );
    expect(textOf(form)).toContain('start with your first buddy');
    for (const word of ['pause', 'pause 2 weeks'])
      expect(textOf(await typed(word))).toContain('no questions would come');
    expect(textOf(await typed('resume'))).toContain("You aren't paused");
    expect((await findMember(db, ana))?.rhythm).toBeNull();
  });

  test('follows another time zone', async () => {
    await answer(
      scene(),
      anIntent('members.profile', { profile: aProfile('Ana Berg', { timeZone: 'Asia/Tokyo' }) }),
    );
    expect(await findMember(db, ana)).toMatchObject({
      name: 'Ana Berg',
      timeZone: 'Asia/Tokyo',
      rhythm: null,
    });
  });

  test('takes a copy, in which no Monday stands, and is erased', async () => {
    const copy = JSON.stringify(await answer(scene(), anIntent('privacy.export')));
    expect(copy).toContain('Ana Diaz');
    expect(copy).not.toMatch(/nextNudgeAt|cadence/);
    await answer(scene(), anIntent('privacy.forget', { about: 'yes' }));
    expect(await findMember(db, ana)).toBeNull();
  });

  test('gets a rhythm with a first buddy: the hospital’s hour, from the next Monday on', async () => {
    const colleague = aProfile('Ben Ode');
    await answer({ ...scene(), colleague }, anIntent('pairing.invite', { person: ben }));
    const { id } = await db.selectFrom('invitations').select('id').executeTakeFirstOrThrow();
    await answer({ ...scene(), from: ben }, anIntent('pairing.accept', { about: id }));
    expect((await findMember(db, ana))?.rhythm).toEqual({
      nudgeMinute: 9 * 60,
      cadence: 'weekly',
      nextWeek: '2026-W49',
      nextNudgeAt: nextMonday,
      lastWeek: null,
      pausedAt: null,
      pausedUntil: null,
    });
    expect(textOf(await typed('status'))).toContain('November 30');
  });

  test('half a rhythm is none: the database takes all of it or nothing', async () => {
    const half = db
      .updateTable('members')
      .set({ cadence: 'weekly' })
      .where('person_id', '=', ana.id)
      .execute();
    await expect(half).rejects.toThrow(/members_rhythm_whole/);
  });
});
