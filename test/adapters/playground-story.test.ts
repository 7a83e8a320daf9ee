import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { addWeeks, mondayOf, weekOf } from '../../src/calendar/iso-week.ts';
import { instantAt, localMinute } from '../../src/calendar/local-time.ts';
import { everything } from '../features/privacy-stage.ts';
import { buttonsOf, openPlayground, type PlaygroundStage, textOf, until } from './playground-stage.ts';

const zone = 'America/New_York';
const day = 86_400_000;

let stage: PlaygroundStage;
/** Where the ward's clock begins, to the minute. */
let start: number;
beforeEach(async () => {
  stage = await openPlayground();
  start = Math.floor((await stage.state('')).now / 60_000) * 60_000;
});
afterEach(() => stage.close());

const messagesOf = async (person: string) => (await stage.state(person)).messages;
const newest = async (person: string) => textOf((await messagesOf(person)).at(-1) as never);
const waitFor = (person: string, words: string) =>
  until(async () => (await messagesOf(person)).some((message) => textOf(message).includes(words)));

async function pair(one: string, other: string, name: string): Promise<void> {
  await stage.say(one, `/buddy @${name}`);
  await until(async () => (await messagesOf(other)).some((message) => acceptOf(message) !== undefined));
  await stage.press(other, 'pairing.accept');
  await waitFor(one, 'are buddies');
}
const acceptOf = (message: Parameters<typeof buttonsOf>[0]) =>
  buttonsOf(message).find((button) => button.id.startsWith('pairing.accept'));
const nudgesOf = async (person: string) =>
  (await messagesOf(person)).filter(
    (message) => !message.private && textOf(message).includes('1. ') && message.card?.heading !== undefined,
  );

test('who is on the ward, what stands in a chat, and what is unread', async () => {
  const before = await stage.state('ana');
  expect(localMinute(before.now, zone)).toBe(10 * 60);
  expect(new Date(before.now).getUTCDay()).toBe(3);
  expect(before.now).toBeLessThan(Date.parse('2026-12-03T12:00:00Z'));
  expect(before.people).toHaveLength(8);
  expect(before.people.filter((person) => person.isAdministrator).map((person) => person.id)).toEqual([
    'wil',
  ]);

  await stage.say('ana', '/buddy @Ben Okafor');
  expect(await messagesOf('ana')).toMatchObject([
    { from: 'you', private: false, text: '/buddy @Ben Okafor', card: null },
    { from: 'buddy', private: true, text: null },
  ]);
  await until(async () => ((await stage.state('ana')).people[1]?.unread ?? 0) === 1);
  const [invitation] = await messagesOf('ben');
  expect(textOf(invitation as never)).toContain('Ana Silva would like to be your buddy');
  expect((await stage.state('ana')).people[1]?.unread).toBe(0);

  await stage.press('ben', 'pairing.accept');
  const answered = (await messagesOf('ben')).find((message) => message.id === invitation?.id);
  expect(answered).toMatchObject({ edited: true });
  expect(acceptOf(answered as never)).toBeUndefined();
  await waitFor('ana', 'are buddies');
});

test('between here and there everything happens in order, at its own time', async () => {
  await pair('ana', 'ben', 'Ben Okafor');
  await pair('elif', 'chidi', 'Chidi Eze');
  await stage.say('dana', '/buddy @farah');
  await stage.say('gus', '/buddy invite');
  const { now } = await stage.state('ana');
  await stage.post('travel', { to: now + 22 * day });

  const week = weekOf(start, zone);
  const nine = (count: number, where: string) => instantAt(mondayOf(addWeeks(week, count)), 9 * 60, where);
  for (const [person, where] of [
    ['ana', zone],
    ['elif', 'America/Los_Angeles'],
  ] as const) {
    const times = (await nudgesOf(person)).map((message) => message.at);
    expect(times).toHaveLength(3);
    for (const [index, at] of times.entries()) {
      expect(at - nine(index + 1, where)).toBeGreaterThanOrEqual(0);
      expect(at - nine(index + 1, where)).toBeLessThan(60_000);
    }
  }
  const [closed, nextStep] = (await messagesOf('dana')).slice(-2);
  expect(textOf(closed as never)).toContain('waited two weeks');
  expect(textOf(nextStep as never)).toContain('three ways');
  expect((nextStep?.at ?? 0) - start).toBeGreaterThan(17 * day);
  expect((closed?.at ?? 0) - start).toBeGreaterThan(14 * day);
  expect((closed?.at ?? 0) - start).toBeLessThan(14 * day + 3_600_000);
  const account = await stage.account();
  expect(account.people).toContainEqual({ id: 'gus', outcome: 'unpaired' });
  const { eligible, sent, paused, unpaired, unreachable, failed, missed, pending } = account;
  expect(eligible).toBe(sent + paused + unpaired + unreachable + failed + missed + pending);
});

test('a reminder for this evening comes this evening, also when the clock goes to next week', async () => {
  await pair('ana', 'ben', 'Ben Okafor');
  await stage.travel('monday');
  await stage.press('ana', 'nudges.snooze:evening');
  await stage.travel('week');
  const reminder = (await messagesOf('ana')).find((message) =>
    textOf(message).includes('asked me to remind'),
  );
  const evening = instantAt(mondayOf(addWeeks(weekOf(start, zone), 1)), 18 * 60, zone);
  expect((reminder?.at ?? 0) - evening).toBeGreaterThanOrEqual(0);
  expect((reminder?.at ?? 0) - evening).toBeLessThan(60_000);
});

test.each(['down', 'rate-limited'])('%s: Monday waits, and arrives once the fault is over', async (fault) => {
  await pair('ana', 'ben', 'Ben Okafor');
  await stage.post('fault', { fault });
  await stage.travel('monday');
  expect(await nudgesOf('ana')).toEqual([]);
  expect(await stage.account()).toMatchObject({ eligible: 2, sent: 0, pending: 2 });
  await stage.post('fault', { fault: 'none' });
  await stage.travel('hour');
  await until(async () => (await stage.account()).sent === 2);
  for (const person of ['ana', 'ben']) expect(await nudgesOf(person)).toHaveLength(1);
});

test('blocked: not tried again, accounted for, and next Monday is a new try', async () => {
  await pair('ana', 'ben', 'Ben Okafor');
  await stage.post('fault', { fault: 'blocked' });
  await stage.travel('monday');
  expect(await stage.account()).toMatchObject({ eligible: 2, sent: 0, unreachable: 2 });
  await stage.post('fault', { fault: 'none' });
  await stage.travel('week');
  expect(await stage.account()).toMatchObject({ eligible: 2, sent: 2 });
});

test('a week with a fault goes by quickly, and what was missed is accounted for', async () => {
  await pair('ana', 'ben', 'Ben Okafor');
  await stage.post('fault', { fault: 'down' });
  await stage.travel('monday');
  const { now } = await stage.state('ana');
  await stage.post('travel', { to: now + 6 * day });
  expect(await stage.account()).toMatchObject({ eligible: 2, sent: 0, pending: 0, failed: 2 });
}, 20_000);

test('the home page is drawn again after a press on it, and its forms work', async () => {
  const home = (await stage.state('ana')).home;
  expect(home?.heading).toBe('Buddy');
  const opened = await stage.post('press', { person: 'ana', message: 'home', button: 'pairing.invite' });
  expect(opened.json.form).toMatchObject({ id: 'pairing.invite', fields: [{ type: 'person' }] });
  const submit = (answers: unknown) =>
    stage.post('submit', { person: 'ana', form: 'pairing.invite', answers });
  expect((await submit({})).json.errors).toHaveProperty('person');
  expect((await submit({ person: 'nobody' })).json.errors).toHaveProperty('person');
  expect((await submit({ person: 'ben' })).json).toEqual({ ok: true });
  expect(await newest('ana')).toContain("I've asked Ben Okafor");
  await until(async () => JSON.stringify((await stage.state('ana')).home).includes('pairing.withdraw'));
  expect((await submit({ person: 'ben' })).status).toBe(409);
});

/** The tables that say nothing of any one person. */
const tablesAboutNobody = [
  ...['question_sets', 'checkin_sums', 'nudge_sums', 'releases', 'pair_sums', 'pace', 'inbox'],
  ...['verified_lines', 'hospital_lines', 'alarms', 'platforms_heard'],
  ...['pulses', 'pulse_spent', 'pulse_counts'],
  ...['program_settings', 'support_batches', 'support_sums'],
];

test('behind the curtain stands every row about someone, and after forget me only what limits count', async () => {
  expect((await stage.held('ana')).flatMap(({ rows }) => rows)).toEqual([]);
  await pair('ana', 'ben', 'Ben Okafor');
  await stage.say('ana', '/buddy invite');
  await stage.travel('monday');
  await stage.say('ana', '/buddy join 7K3M-Q9XD');
  await stage.press('ana', 'checkins.acknowledge');
  await stage.say('ana', '/buddy reach');
  const held = Object.fromEntries((await stage.held('ana')).map(({ table, rows }) => [table, rows]));
  const tables = Object.keys(await everything(stage.db)).filter((table) => !table.startsWith('kysely'));
  expect([...Object.keys(held), ...tablesAboutNobody].sort()).toEqual(tables.sort());
  for (const table of ['members', 'pairs', 'invitations', 'invitation_codes', 'wrong_codes']) {
    expect(held[table]).toHaveLength(1);
  }
  for (const table of ['acknowledgements', 'reaches', 'outbox', 'addresses']) {
    expect(held[table]?.length).toBeGreaterThan(0);
  }
  expect(held.members?.[0]).toMatchObject({ person_id: 'ana', name: 'Ana Silva', time_zone: zone });

  await stage.say('ana', '/buddy forget me');
  await stage.press('ana', 'privacy.forget:yes');
  const left = async () => (await stage.held('ana')).filter(({ rows }) => rows.length > 0);
  const stays = ['kept_asks', 'wrong_codes'];
  await until(async () => `${(await left()).map(({ table }) => table).sort()}` === `${stays}`);
  expect(JSON.stringify(await left())).not.toMatch(/"ana"|Ana Silva|"ben"/);
});

test('reset empties the ward and puts the clock back', async () => {
  await pair('ana', 'ben', 'Ben Okafor');
  await stage.post('fault', { fault: 'down' });
  await stage.travel('monday');
  expect((await stage.post('reset', {})).status).toBe(200);
  for (const person of ['ana', 'ben', 'wil']) {
    const state = await stage.state(person);
    expect(state.messages).toEqual([]);
    expect(state.fault).toBe('none');
    expect(state.now - start).toBeLessThan(60_000);
  }
  const tables = await everything(stage.db);
  for (const [table, rows] of Object.entries(tables)) {
    if (!table.startsWith('kysely')) expect([table, rows]).toEqual([table, '[]']);
  }
  await pair('ana', 'ben', 'Ben Okafor');
  await stage.travel('monday');
  expect(await stage.account()).toMatchObject({ eligible: 2, sent: 2 });
});
