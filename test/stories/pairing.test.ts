import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Hospital, openHospital, until } from '../support/hospital.ts';
import type { Person } from '../support/slack/person.ts';
import { button, buttonsOf, textOf } from '../support/slack/read.ts';
import type { Answer, Message } from '../support/slack/types.ts';

let hospital: Hospital;
let ana: Person;
let ben: Person;
let cho: Person;

beforeEach(async () => {
  hospital = await openHospital({ now: '2026-12-02T12:00:00Z' });
  ana = hospital.slack.person('UANA', { name: 'Ana Silva', tz: 'Europe/London' });
  ben = hospital.slack.person('UBEN', { name: 'Ben Okafor', tz: 'America/New_York' });
  cho = hospital.slack.person('UCHO', { name: 'Cho Park', tz: 'Asia/Seoul' });
});
afterEach(async () => {
  expect(hospital.slack.complaints).toEqual([]);
  await hospital.close();
});

test('an invitation is one message with three buttons, and loses them once it is answered', async () => {
  const answer = await ana.command('/buddy', ben.mention);
  expect(answer.status).toBe(200);
  expect(said(answer)).toContain('UBEN');
  await hospital.settled();
  expect(ben.inbox).toHaveLength(1);
  expect(buttonsOf(ben.inbox[0] as Message).map((one) => one.id.split(':')[0])).toEqual([
    'pairing.accept',
    'pairing.decline',
    'pairing.refuse',
  ]);
  await ben.press(ben.inbox[0] as Message, 'pairing.accept');
  await hospital.settled();
  expect(button(ben.inbox[0] as Message, 'pairing.')).toBeUndefined();
  expect(textOf(ana.lastMessage as Message)).toContain('are buddies');
  for (const person of [ana, ben]) {
    expect(said(await person.command('/buddy', 'status'))).toContain(person === ana ? 'UBEN' : 'UANA');
  }
  expect(await rows('pairs')).toBe(1);
});

test('nobody becomes a member by being asked, by looking, or by writing nonsense', async () => {
  await ana.command('/buddy', ben.mention);
  await hospital.settled();
  const before = await everyCount();
  for (const person of [cho, ana]) {
    for (const text of [...looking, 'hello, I had a terrible day', 'constructor', '__proto__']) {
      const answer = await person.command('/buddy', text);
      expect({ text, said: said(answer).length > 20 }).toEqual({ text, said: true });
    }
    await person.opensHome();
  }
  for (const text of ['checkin', 'reach', 'pause', 'resume']) await cho.command('/buddy', text);
  expect(await everyCount()).toEqual(before);
  const members = await hospital.db.selectFrom('members').select('person_id').execute();
  expect(members).toEqual([{ person_id: 'UANA' }]);
});

test('a declined inviter is told kindly, the invitee is left in peace, and they may ask again', async () => {
  await ana.command('/buddy', ben.mention);
  await hospital.settled();
  await ben.press(ben.lastMessage as Message, 'pairing.decline');
  await hospital.settled();
  expect(textOf(ana.lastMessage as Message)).toContain('said not now');
  expect(button(ben.lastMessage as Message, 'pairing.')).toBeUndefined();
  expect(await hospital.db.selectFrom('members').select('person_id').execute()).toEqual([
    { person_id: 'UANA' },
  ]);
  await ana.command('/buddy', ben.mention);
  await hospital.settled();
  expect(ben.inbox).toHaveLength(2);
});

test('a second invitation to the same person sends nothing while the first waits', async () => {
  await ana.command('/buddy', ben.mention);
  const again = await ana.command('/buddy', `invite ${ben.mention}`);
  await hospital.settled();
  expect(said(again)).toContain("haven't answered yet");
  expect(ben.inbox).toHaveLength(1);
});

test('two who invite each other are buddies at once, and nobody is asked twice', async () => {
  await Promise.all([ana.command('/buddy', ben.mention), ben.command('/buddy', ana.mention)]);
  await hospital.settled();
  expect(await rows('pairs')).toBe(1);
  for (const person of [ana, ben]) {
    expect(person.inbox.filter((message) => button(message, 'pairing.accept') !== undefined)).toEqual([]);
  }
});

test('an invitation that nobody answers closes after two weeks, with a kind word to the inviter', async () => {
  await ana.command('/buddy', ben.mention);
  await hospital.goTo('2026-12-16T11:30:00Z');
  expect(button(ben.inbox[0] as Message, 'pairing.accept')).toBeDefined();
  const accept = button(ben.inbox[0] as Message, 'pairing.accept')?.id ?? '';
  const waiting = ben.inbox[0] as Message;
  await hospital.goTo('2026-12-16T12:15:00Z');
  expect(textOf(ana.lastMessage as Message)).toContain('waited two weeks and has closed');
  expect(button(ben.inbox[0] as Message, 'pairing.accept')).toBeUndefined();
  await ben.press(waiting, accept).catch(() => undefined);
  expect(await rows('pairs')).toBe(0);
});

test('the inviter can take an invitation back', async () => {
  const answer = await ana.command('/buddy', ben.mention);
  await hospital.settled();
  await ana.press(answer, 'pairing.withdraw');
  await hospital.settled();
  expect(button(ben.inbox[0] as Message, 'pairing.accept')).toBeUndefined();
  expect(await waitingInvitations()).toBe(0);
});

test('a code makes the two buddies once, however it is typed, and not for its maker', async () => {
  const code = codeIn(await ana.command('/buddy', 'invite'));
  expect(code).toMatch(/^[A-Z0-9-]{4,16}$/);
  expect(said(await ana.command('/buddy', `join ${code}`))).toContain('your own code');
  expect(said(await ben.command('/buddy', `JOIN  ${code.toLowerCase().replace('-', '')}`))).toContain(
    'are buddies',
  );
  await hospital.settled();
  expect(textOf(ana.lastMessage as Message)).toContain('are buddies');
  expect(said(await cho.command('/buddy', `join ${code}`))).toContain("That code doesn't work");
  expect(await rows('pairs')).toBe(1);
});

test('a code stops working after two weeks', async () => {
  const code = codeIn(await ana.command('/buddy', 'invite'));
  hospital.jump('2026-12-16T12:00:01Z');
  expect(said(await ben.command('/buddy', `join ${code}`))).toContain("That code doesn't work");
});

test('guessing codes is slowed down, also for the right one', async () => {
  const code = codeIn(await ana.command('/buddy', 'invite'));
  for (let guess = 0; guess < 8; guess += 1) await ben.command('/buddy', `join 2222-222${guess}`);
  expect(said(await ben.command('/buddy', `join ${code}`))).toContain('Try again in an hour');
  hospital.jump('2026-12-02T13:05:00Z');
  expect(said(await ben.command('/buddy', `join ${code}`))).toContain('are buddies');
});

test('oneself, bots and closed accounts cannot be invited, and nothing is written', async () => {
  const robot = hospital.slack.person('UBOT', { name: 'Robot', is_bot: true });
  const gone = hospital.slack.person('UGONE', { name: 'Gone', deleted: true });
  expect(said(await ana.command('/buddy', ana.mention))).toContain("That's you");
  expect(said(await ana.command('/buddy', robot.mention))).toContain('an app');
  expect(said(await ana.command('/buddy', gone.mention))).toContain("doesn't have an active account");
  expect(said(await ana.command('/buddy', '<@UNOBODY|nobody>'))).toContain("can't find");
  expect([await rows('members'), await rows('invitations'), await rows('outbox')]).toEqual([0, 0, 0]);
});

test('three is fine, and a fourth buddy has to wait for room', async () => {
  const dee = hospital.slack.person('UDEE', { name: 'Dee', tz: 'Europe/London' });
  const eli = hospital.slack.person('UELI', { name: 'Eli', tz: 'Europe/London' });
  for (const other of [ben, cho, dee]) await hospital.pair(ana, other);
  expect(said(await ana.command('/buddy', eli.mention))).toContain('as many buddies');
  await eli.command('/buddy', ana.mention);
  await hospital.settled();
  const invitation = ana.lastMessage as Message;
  await ana.press(invitation, 'pairing.accept');
  expect(await rows('pairs')).toBe(3);
  await hospital.goTo('2026-12-07T09:00:00Z');
  const nudge = ana.lastMessage as Message;
  expect(buttonsOf(nudge).filter((one) => one.id.startsWith('checkins.acknowledge'))).toHaveLength(3);
});

test('ending takes one step, the other is told and never why, and the two can pair again', async () => {
  await hospital.pair(ana, ben);
  const answer = await ana.command('/buddy', 'end');
  const ended = await ana.press(answer, 'pairing.end');
  expect(ended.status).toBe(200);
  await hospital.settled();
  expect(textOf(ben.lastMessage as Message)).toContain('no longer buddies');
  expect(said(await ben.command('/buddy', 'status'))).not.toContain('UANA');
  await hospital.pair(ben, ana);
  expect(said(await ben.command('/buddy', 'status'))).toContain('UANA');
});

test('a buddy whose account is closed is gone kindly, and nothing of them stays behind', async () => {
  await hospital.pair(ana, ben);
  hospital.slack.changePerson('UBEN', { deleted: true });
  await hospital.slack.event('user_change', { user: hospital.slack.userObject('UBEN') });
  await until(async () => (await rows('pairs')) === 0);
  await hospital.settled();
  expect(textOf(ana.lastMessage as Message)).toContain('Ben Okafor no longer uses Buddy');
  expect(textOf(ana.lastMessage as Message)).not.toContain('UBEN');
  expect(await rows('members')).toBe(1);
});

test('a closed account is also found out when its event came while Buddy was down', async () => {
  await hospital.pair(ana, ben);
  await hospital.down();
  hospital.slack.changePerson('UBEN', { deleted: true });
  hospital.jump('2026-12-03T13:00:00Z');
  await hospital.up();
  await hospital.settled();
  expect(await rows('pairs')).toBe(0);
  expect(textOf(ana.lastMessage as Message)).toContain('no longer uses Buddy');
});

test('asking for a check-in reaches the buddy a few times a day, and leaves someone who is away alone', async () => {
  await hospital.pair(ana, ben);
  const before = ben.inbox.length;
  for (let ask = 0; ask < 5; ask += 1) await ana.command('/buddy', 'reach');
  await hospital.settled();
  expect(ben.inbox.length - before).toBe(3);
  expect(textOf(ben.lastMessage as Message)).toContain('could use a check-in');
  await ben.command('/buddy', 'pause');
  hospital.jump('2026-12-04T12:00:00Z');
  expect(said(await ana.command('/buddy', 'reach'))).toContain('away');
  await hospital.settled();
  expect(ben.inbox.length - before).toBe(3);
});

const looking = [
  ...[
    '',
    'status',
    'help',
    'questions',
    'resources',
    'guide',
    'privacy',
    'support',
    'admin',
    'choose',
    'pair',
  ],
  ...['settings', 'join', 'end', 'later', 'forget me'],
];

/** How many rows each table has: who only looks leaves nothing behind, not even that they looked. */
async function everyCount(): Promise<Record<string, number>> {
  const tables = await hospital.db.introspection.getTables();
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const rows = await hospital.db
      .selectFrom(name as 'members')
      .selectAll()
      .execute();
    counts[name] = rows.length;
  }
  return counts;
}

function said(answer: Answer): string {
  const { blocks, text } = answer.body as { blocks?: unknown; text?: string };
  return `${text ?? ''} ${JSON.stringify(blocks ?? '')}`;
}

function codeIn(answer: Answer): string {
  return /join ([0-9A-Z-]+)/.exec(said(answer))?.[1] ?? '';
}

async function rows(table: 'pairs' | 'members' | 'invitations' | 'outbox'): Promise<number> {
  const all = await hospital.db.selectFrom(table).selectAll().execute();
  return all.filter((row) => !('ended_at' in row) || row.ended_at === null).length;
}

async function waitingInvitations(): Promise<number> {
  const waiting = hospital.db.selectFrom('invitations').selectAll().where('status', '=', 'waiting');
  return (await waiting.execute()).length;
}
