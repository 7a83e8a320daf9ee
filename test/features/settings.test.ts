import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sayInstant } from '../../src/calendar/say.ts';
import type { Answers } from '../../src/chat/form.ts';
import type { Database } from '../../src/db/schema.ts';
import { startPair } from '../../src/features/pairing/store.ts';
import { enrol, findMember, type Member } from '../../src/people/members/store.ts';
import { savePause } from '../../src/people/members/wishes-store.ts';
import {
  anIntent,
  answer,
  aProfile,
  aScene,
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
const wednesday = Date.parse('2026-11-25T12:00:00Z');
let db: Database;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ db, close } = await temporaryDatabase());
});
afterEach(() => close());

async function pairUp(now = wednesday): Promise<Member> {
  const me = await enrol(db, ana, aProfile('Ana'), someHospital, now);
  const buddy = await enrol(db, slackPerson('U0BEN'), aProfile('Ben'), someHospital, now);
  await startPair(db, me, buddy, now);
  return me;
}

const turn = (now = wednesday): Scene => aScene({ db, now, from: ana });
const ask = () => answer(turn(), anIntent('settings.edit'));
const save = (answers: Answers, now = wednesday) => answer(turn(now), anIntent('settings.edit', { answers }));

test('the form starts from what is set, and says which clock it means and where that comes from', async () => {
  const me = await pairUp();
  await db
    .updateTable('members')
    .set({ nudge_minute: 450, cadence: 'monthly' })
    .where('id', '=', me.id)
    .execute();
  const form = formOf(await ask());
  expect(form.id).toBe('settings.edit');
  expect(form.intro).toContain('Europe/Paris');
  expect(form.intro).toContain('chat profile');
  expect(form.fields).toMatchObject([
    { type: 'time', id: 'time', initial: '07:30' },
    { type: 'choice', id: 'cadence', initial: 'monthly' },
    { type: 'choice', id: 'language', initial: 'platform' },
    { type: 'choice', id: 'hours', initial: '12' },
  ]);
});

test('another time moves the next Monday, not its week, and the answer says when it comes', async () => {
  const me = await pairUp();
  const effects = await save({ time: '07:30', cadence: 'weekly' });
  const when = sayInstant(Date.parse('2026-11-30T06:30:00Z'), someReader);
  expect(textOf(effects)).toBe(`Saved. Your next two questions come on ${when}.`);
  expect(await findMember(db, ana)).toMatchObject({
    rhythm: {
      nudgeMinute: 450,
      nextWeek: me.rhythm?.nextWeek,
      nextNudgeAt: Date.parse('2026-11-30T06:30:00Z'),
    },
  });
});

test('who on Monday at eight picks seven gets that Monday in a moment, not a week later', async () => {
  const mondayAtEight = Date.parse('2026-11-30T07:00:00Z');
  await pairUp();
  const effects = await save({ time: '07:00', cadence: 'weekly' }, mondayAtEight);
  expect(textOf(effects)).toBe('Saved. Your two questions for this week come in a moment.');
  expect(await findMember(db, ana)).toMatchObject({ rhythm: { nextWeek: '2026-W49' } });
});

test.each([
  ['fortnightly', '2026-W49', 'November 30'],
  ['monthly', '2026-W50', 'December 7'],
] as const)('%s counts from the last Monday they had', async (cadence, nextWeek, said) => {
  const me = await pairUp();
  await db.updateTable('members').set({ last_week: '2026-W47' }).where('id', '=', me.id).execute();
  expect(textOf(await save({ time: '09:00', cadence }))).toContain(said);
  expect(await findMember(db, ana)).toMatchObject({ rhythm: { cadence, nextWeek } });
});

test('a time or a rhythm that cannot be read is named at its field, and nothing changes', async () => {
  const me = await pairUp();
  expect(Object.keys(errorsOf(await save({ time: '25:00', cadence: 'weekly' })))).toEqual(['time']);
  expect(Object.keys(errorsOf(await save({ time: '09:00', cadence: 'daily' })))).toEqual(['cadence']);
  expect(Object.keys(errorsOf(await save({})))).toEqual(['time', 'cadence']);
  expect(await findMember(db, ana)).toEqual(me);
});

test('no date is promised to someone who is away, or has no buddy yet', async () => {
  const me = await pairUp();
  await savePause(db, me.id, { pausedAt: wednesday, pausedUntil: null });
  expect(textOf(await save({ time: '08:00', cadence: 'weekly' }))).toBe(
    "Saved. You're paused, so they come once you resume.",
  );
  await savePause(db, me.id, { pausedAt: wednesday, pausedUntil: Date.parse('2026-12-08T23:00:00Z') });
  expect(textOf(await save({ time: '08:00', cadence: 'weekly' }))).toContain(
    'December 9. They come after that.',
  );
  await savePause(db, me.id, { pausedAt: wednesday, pausedUntil: wednesday + 3_600_000 });
  expect(textOf(await save({ time: '08:00', cadence: 'weekly' }))).toContain('November 30, 8:00 AM');
  await db.deleteFrom('pairs').execute();
  expect(textOf(await save({ time: '08:00', cadence: 'weekly' }))).toContain('after you have a buddy');
});

test('who is no member is told where it begins, and becomes none', async () => {
  expect(textOf(await ask())).toContain('first buddy');
  expect(textOf(await save({ time: '08:00', cadence: 'weekly' }))).toContain('first buddy');
  expect(await findMember(db, ana)).toBeNull();
});
