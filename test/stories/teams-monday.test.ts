import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type ExpressionBuilder, sql } from 'kysely';
import type { Schema } from '../../src/db/schema.ts';
import { accountOf } from '../../src/features/nudges/store.ts';
import { allSent, type House, openHouse, until } from '../support/hospital.ts';
import type { Fault } from '../support/teams/faults.ts';
import type { Person } from '../support/teams/person.ts';
import { button, textOf } from '../support/teams/read.ts';
import { startTeams } from '../support/teams/stand-in.ts';
import type { Teams } from '../support/teams/teams.ts';
import type { Message } from '../support/teams/types.ts';

const monday = '2026-12-07T15:00:00Z';
const later = '2026-12-07T15:03:00Z';

let teams: Teams;
let hospital: House;
let ana: Person;
let ben: Person;

beforeEach(async () => {
  teams = await startTeams();
  hospital = await openHouse([teams], { now: '2026-12-02T12:00:00Z' });
  ana = teams.person('ana', { name: 'Ana Silva', tz: 'Europe/London' });
  ben = teams.person('ben', { name: 'Ben Okafor', tz: 'Europe/London' });
  await pair(ana, ben);
});
afterEach(async () => {
  await hospital.close();
  expect(teams.complaints).toEqual([]);
});

const faults: readonly (readonly [name: string, fault: Fault, arrived: number])[] = [
  ['429 that says when', { kind: 'rate-limited', retryAfter: 2 }, 1],
  ['429 that does not say when', { kind: 'rate-limited' }, 1],
  ['412', { kind: 'refusal', status: 412, code: 'PreconditionFailed' }, 1],
  ['500', { kind: 'server-error' }, 1],
  ['502', { kind: 'server-error', status: 502 }, 1],
  ['504', { kind: 'server-error', status: 504 }, 1],
  ['a connection that breaks before delivery', { kind: 'drop-before' }, 1],
  ['a 404 that passes', { kind: 'refusal', status: 404, code: 'ConversationNotFound' }, 1],
  ['202 and not a word', { kind: 'accepted' }, 1],
  ['an answer that is no JSON', { kind: 'nonsense' }, 1],
  // The one window for a duplicate: the message is there, and nobody could say so.
  ['a connection that breaks after delivery', { kind: 'drop-after-delivery' }, 2],
];

test.each(faults)(
  '%s: the question comes all the same, and the buddy waits for nothing',
  async (_, fault, arrived) => {
    teams.fault('post', { ...fault, to: ana.id });
    await hospital.goTo(monday);
    expect(nudgesOf(ben)).toHaveLength(1);
    await hospital.goTo(later);
    await settled();
    expect(nudgesOf(ana)).toHaveLength(arrived);
    expect(nudgesOf(ben)).toHaveLength(1);
    expect(
      teams.callsOf('sendToConversation', ana.id).filter(({ fault: met }) => met !== undefined),
    ).toHaveLength(1);
    expect(await accountOf(hospital.db, '2026-W50')).toMatchObject({ eligible: 2, sent: 2, pending: 0 });
  },
);

test('a question that Teams took without a word comes once, and a tap on it is answered with the changed card', async () => {
  teams.fault('post', { kind: 'accepted', times: Number.POSITIVE_INFINITY });
  await hospital.goTo(monday);
  for (const minutes of [1, 5, 60, 600]) {
    await hospital.goTo(Date.parse(monday) + minutes * 60_000);
    await settled();
  }
  expect([nudgesOf(ana).length, nudgesOf(ben).length]).toEqual([1, 1]);

  const before = ana.inbox.length;
  const [answer, buddys] = [
    await ana.presses(nudgesOf(ana)[0] as Message, 'checkins.acknowledge'),
    await ben.presses(nudgesOf(ben)[0] as Message, 'checkins.acknowledge'),
  ];
  expect(textOf(answer.shown)).toContain('You and Ben Okafor checked in');
  expect(textOf(buddys.shown)).toContain('You and Ana Silva checked in');
  await settled();
  expect(ana.inbox).toHaveLength(before);
  expect(teams.callsOf('updateActivity')).toHaveLength(2);
});

test('who has a new chat with Buddy gets the question there, and nobody hears that they were not reached', async () => {
  await hospital.db.updateTable('addresses').set(chatIsGone).where('person_id', '=', ana.id).execute();
  const before = ben.inbox.length;
  await hospital.goTo(monday);
  await settled();
  expect([nudgesOf(ana).length, nudgesOf(ben).length]).toEqual([1, 1]);
  expect(ben.inbox).toHaveLength(before + 1);
  expect(await accountOf(hospital.db, '2026-W50')).toMatchObject({ sent: 2, unreachable: 0 });
});

test('a chat that is not found three times is believed to be gone, and the buddy hears so once', async () => {
  const notFound = { kind: 'refusal', status: 404, code: 'ConversationNotFound' } as const;
  teams.fault('post', { ...notFound, to: ana.id, times: Number.POSITIVE_INFINITY });
  await hospital.goTo(monday);
  for (const minutes of [1, 2, 3, 4, 5]) {
    await hospital.goTo(Date.parse(monday) + minutes * 60_000);
    await settled();
  }
  expect(teams.callsOf('sendToConversation', ana.id).filter(({ fault }) => fault)).toHaveLength(3);
  expect(ben.inbox.filter((message) => textOf(message).includes('My messages to Ana Silva'))).toHaveLength(1);
});

test('after a restart, people are reached who have written nothing since', async () => {
  await hospital.down();
  hospital.jump(monday);
  await hospital.up();
  await settled();
  expect([nudgesOf(ana).length, nudgesOf(ben).length]).toEqual([1, 1]);
});

test('sixty people are asked at once, and Teams finds nothing too quick', async () => {
  const others = Array.from({ length: 58 }, (_, index) =>
    teams.person(`clinician ${index}`, { name: `Clinician ${index}`, tz: 'Europe/London' }),
  );
  for (let index = 0; index < others.length; index += 2)
    await pair(others[index] as Person, others[index + 1] as Person);
  teams.enforceRate();
  const before = teams.calls.length;
  await hospital.goTo(monday);
  await settled();
  for (const one of [ana, ben, ...others]) expect(nudgesOf(one)).toHaveLength(1);
  expect(teams.calls.slice(before).filter(({ status }) => status === 429)).toEqual([]);
  expect(await accountOf(hospital.db, '2026-W50')).toMatchObject({ eligible: 60, sent: 60, pending: 0 });
});

test('one tap is answered with the changed card, and the buddy sees it within seconds, also when Teams stumbles', async () => {
  await hospital.goTo(monday);
  teams.fault('updateActivity', { kind: 'server-error', to: ben.id });
  const tapped = await ana.presses(nudgesOf(ana)[0] as Message, 'checkins.acknowledge');
  expect(tapped.ms).toBeLessThan(5000);
  expect(textOf(tapped.shown)).toContain('You and Ben Okafor checked in');
  await until(() => nudgesOf(ana).length === 0 && nudgesOf(ben).length === 0, 10_000);
  expect(textOf(ben.inbox.at(-1))).toContain('You and Ana Silva checked in');
});

test('a message that someone has deleted is let go, and nothing is sent in its place', async () => {
  await hospital.goTo(monday);
  const gone = { kind: 'refusal', status: 404, code: 'ActivityNotFoundInConversation' } as const;
  teams.fault('updateActivity', { ...gone, to: ben.id, times: Number.POSITIVE_INFINITY });
  const before = ben.inbox.length;
  await ana.presses(nudgesOf(ana)[0] as Message, 'checkins.acknowledge');
  await settled();
  await hospital.goTo(later);
  await settled();
  expect(ben.inbox).toHaveLength(before);
  expect(teams.callsOf('updateActivity', ben.id)).toHaveLength(1);
  expect(textOf((await ben.says('status')).shown)).toContain('checked in');
});

function chatIsGone(row: ExpressionBuilder<Schema, 'addresses'>) {
  return { address: sql<string>`replace(${row.ref('address')}, ${ana.conversation}, 'a:gone')` };
}

async function settled(): Promise<void> {
  await allSent(hospital);
  await teams.quiet();
}

async function pair(one: Person, other: Person): Promise<void> {
  const code = /join ([0-9A-Z-]+)/.exec(textOf((await one.says('invite')).shown))?.[1];
  await other.says(`join ${code}`);
  await settled();
}

function nudgesOf(person: Person): Message[] {
  return person.inbox.filter((message) => button(message, 'checkins.acknowledge'));
}
