import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { type Balancer, startBalancer } from '../support/balancer.ts';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { until } from '../support/hospital.ts';
import { type Running, startProgram } from '../support/program.ts';
import { button } from '../support/slack/read.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import type { View } from '../support/slack/types.ts';
import { startTeams } from '../support/teams/stand-in.ts';
import type { Teams } from '../support/teams/teams.ts';
import type { Message } from '../support/teams/types.ts';

let database: FreshDatabase;
let slack: Slack;
let teams: Teams;
let servers: readonly Running[];
let balancer: Balancer;
let db: Database;

/** So many at once, and the two servers race for each. */
const pairs = 8;

beforeAll(async () => {
  [database, slack, teams] = [
    await freshDatabase(),
    await startSlack(),
    await startTeams({ authentication: false }),
  ];
  const environment = {
    ...slack.env(),
    ...teams.env(),
    DATABASE_URL: database.url,
    BUDDY_ADMINS: 'slack:UADMIN',
    SLACK_MESSAGES_PER_MINUTE: '1000000000',
  };
  servers = [await startProgram(environment), await startProgram(environment)];
  balancer = await startBalancer(...servers.map(({ url }) => url));
  slack.connectTo(balancer.url);
  teams.connectTo(balancer.url);
  db = openDatabase(database.url);
}, 60_000);
afterAll(async () => {
  await balancer.stop();
  for (const server of servers) server.signal('SIGTERM');
  expect(await Promise.all(servers.map((server) => server.exited))).toEqual([0, 0]);
  await db.destroy();
  await slack.stop();
  await teams.stop();
  await database.remove();
}, 60_000);
beforeEach(() => {
  balancer.passes = 'in turn';
});

async function toEach(): Promise<void> {
  balancer.passes = 'to each';
  await until(() => balancer.ready === servers.length);
}

async function count(table: 'invitations' | 'pairs' | 'question_sets' | 'reaches'): Promise<number> {
  return (await db.selectFrom(table).selectAll().execute()).length;
}

/** Whatever both servers had to send is sent. */
async function sent(): Promise<void> {
  await until(async () => {
    const left = db.selectFrom('outbox').select('key').where('status', 'in', ['waiting', 'claimed']);
    return (await left.execute()).length === 0;
  });
}

describe('what reaches both servers at the same instant happens once', () => {
  test('in Slack: an invitation, a yes, a call for the buddy', async () => {
    const people = Array.from({ length: pairs * 2 }, (_, index) =>
      slack.person(`UP${index}`, { name: `Clinician ${index}`, tz: 'Europe/London' }),
    );
    const [inviters, invited] = [people.slice(0, pairs), people.slice(pairs)];
    await toEach();
    await Promise.all(inviters.map((person, index) => person.command('/buddy', invited[index]?.mention)));
    await until(() => invited.every((person) => person.inbox.length > 0));
    await sent();
    expect(invited.map((person) => person.inbox.length)).toEqual(Array(pairs).fill(1));
    expect(await count('invitations')).toBe(pairs);

    await Promise.all(invited.map((person) => person.press(person.inbox[0] ?? {}, 'pairing.accept')));
    await until(() => inviters.every((person) => person.inbox.length > 0));
    await sent();
    expect(await count('pairs')).toBe(pairs);
    expect(inviters.map((person) => person.inbox.length)).toEqual(Array(pairs).fill(1));

    const before = inviters.map((person) => person.inbox.length);
    await Promise.all(invited.map((person) => person.command('/buddy', 'reach')));
    await until(() => inviters.every((person, index) => person.inbox.length > (before[index] ?? 0)));
    await sent();
    expect(inviters.map((person) => person.inbox.length)).toEqual(before.map((messages) => messages + 1));
  });

  test('in Slack: a form with the questions of a week', async () => {
    const admin = slack.person('UADMIN', { name: 'Wil', tz: 'Europe/London' });
    await admin.press(await admin.command('/buddy', 'admin'), 'questions.post');
    await until(() => admin.modal !== undefined);
    await toEach();
    const done = await admin.submit(admin.modal as View, {
      first: 'What made you smile?',
      second: 'And sigh?',
    });
    expect(done.status).toBe(200);
    expect(JSON.stringify(done.body)).not.toContain('errors');
    expect(await count('question_sets')).toBe(1);
  });

  test('in Teams: an invitation and a yes', async () => {
    const people = ['Ana Silva', 'Ben Okafor'].map((name) =>
      teams.person(name, { name, tz: 'Europe/London' }),
    );
    const [ana, ben] = people as [(typeof people)[0], (typeof people)[0]];
    for (const person of people) await person.installs();
    for (const person of people) await person.says('help');
    const before = await count('pairs');
    await toEach();
    await ana.says('pair Ben Okafor');
    const invitation = () =>
      ben.inbox.filter((message) => JSON.stringify(message).includes('pairing.accept'));
    await until(() => invitation().length > 0);
    await sent();
    expect(invitation()).toHaveLength(1);
    await ben.presses(invitation()[0] as Message, 'pairing.accept');
    await sent();
    expect(await count('pairs')).toBe(before + 1);
  });
});

test('what one server has handled, and is delivered again, is nothing new to the other', async () => {
  const [ana, ben] = [slack.person('UANA', { name: 'Ana' }), slack.person('UBEN', { name: 'Ben' })];
  const [one, other] = servers.map(({ url }) => url) as [string, string];
  const onOtherToo = async () => {
    slack.connectTo(other);
    await slack.redeliver();
    await slack.redeliver();
    slack.connectTo(one);
  };
  slack.connectTo(one);
  const before = [await count('invitations'), await count('pairs')];
  await ana.command('/buddy', ben.mention);
  await onOtherToo();
  await until(() => ben.inbox.length > 0);
  await ben.press(ben.inbox[0] ?? {}, 'pairing.accept');
  await onOtherToo();
  await sent();
  expect([await count('invitations'), await count('pairs')]).toEqual(before.map((rows) => rows + 1));
  expect(ben.inbox.filter((message) => button(message, 'pairing.accept') !== undefined)).toEqual([]);
  expect([ana.inbox.length, ben.inbox.length]).toEqual([1, 1]);
  expect(slack.complaints).toEqual([]);
});
