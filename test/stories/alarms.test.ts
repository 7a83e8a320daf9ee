import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config/config.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { type Server, startServer } from '../../src/program/server.ts';
import { recordedLog } from '../contract/recorded-log.ts';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { movableClock, until } from '../support/hospital.ts';
import type { Person as SlackPerson } from '../support/slack/person.ts';
import * as slackRead from '../support/slack/read.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import { guid } from '../support/teams/ids.ts';
import type { Person as TeamsPerson } from '../support/teams/person.ts';
import * as teamsRead from '../support/teams/read.ts';
import { startTeams } from '../support/teams/stand-in.ts';
import type { Teams } from '../support/teams/teams.ts';

/** What administrators are told, by the program as it runs: on both platforms, by two servers on one database. */

const patienceMs = 60_000;
const wednesday = '2026-12-02T15:00:00Z';
/** A minute before nine in London, and after. */
const before = '2026-12-07T08:59:00Z';
const nine = '2026-12-07T09:00:30Z';

let slack: Slack;
let teams: Teams;
let database: FreshDatabase;
let db: Database;
let servers: Server[];
/** On Slack. */
let wil: SlackPerson;
/** In Teams. */
let tea: TeamsPerson;
const clock = movableClock(0);
const log = recordedLog();

beforeEach(async () => {
  [slack, teams, database] = [await startSlack(), await startTeams(), await freshDatabase()];
  db = openDatabase(database.url);
  clock.set(Date.parse(wednesday));
  servers = [];
  await serve();
  wil = slack.person('UWIL', { name: 'Wil Park', tz: 'Europe/London' });
  tea = teams.person('tea', { name: 'Tea Novak', tz: 'Europe/London' });
  await tea.installs();
  await tea.says('help');
}, patienceMs);
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await db.destroy();
  await Promise.all([slack.stop(), teams.stop()]);
  await database.remove();
}, patienceMs);

/** One more process on the same database, as far as a test in one process can have it. */
async function serve(): Promise<Server> {
  const config = readConfig({
    ...slack.env(),
    ...teams.env(),
    DATABASE_URL: database.url,
    PORT: '0',
    LOG_LEVEL: 'silent',
    BUDDY_SUPPORT_KEYS: '/tmp/buddy-no-keys',
    SLACK_MESSAGES_PER_MINUTE: '1000000000',
    BUDDY_ADMINS: `slack:UWIL,teams:${guid('tea')}`,
    BUDDY_TIME_ZONE: 'Europe/London',
  });
  const server = await startServer(config, log, clock);
  servers.push(server);
  slack.connectTo(`http://127.0.0.1:${server.port}`);
  teams.connectTo(`http://127.0.0.1:${server.port}`);
  return server;
}

async function goTo(instant: string | number): Promise<void> {
  clock.set(typeof instant === 'number' ? instant : Date.parse(instant));
  await Promise.all(servers.map((server) => server.tick()));
}

async function pairOnSlack(one: SlackPerson, other: SlackPerson): Promise<void> {
  await one.command('/buddy', other.mention);
  await until(() => other.inbox.length > 0, patienceMs);
  await other.press(other.inbox.at(-1) ?? {}, 'pairing.accept');
  await until(() => one.inbox.length > 0, patienceMs);
}

/** What stands in the chats of both administrators that isn't an answer, the welcome aside. */
function alarmsOf(word: RegExp): readonly { readonly to: string; readonly said: string }[] {
  const toWil = wil.inbox.map((message) => ({ to: 'wil', said: slackRead.textOf(message) }));
  const toTea = tea.inbox.map((message) => ({ to: 'tea', said: teamsRead.textOf(message) }));
  return [...toWil, ...toTea].filter(({ said }) => word.test(said));
}

async function standingOf(matter: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${servers[0]?.port}/metrics`)).text();
  return Number(new RegExp(`^buddy_alarm\\{matter="${matter}"\\} (\\d)`, 'm').exec(text)?.[1]);
}

async function isReady(server: Server | undefined): Promise<number> {
  return (await fetch(`http://127.0.0.1:${server?.port}/readyz`)).status;
}

test(
  'a token that is refused on a Monday is told once, by the other platform, through two servers and a restart',
  async () => {
    const ana = slack.person('UANA', { name: 'Ana Silva', tz: 'Europe/London' });
    const ben = slack.person('UBEN', { name: 'Ben Okafor', tz: 'Europe/London' });
    await pairOnSlack(ana, ben);
    await serve();
    await until(async () => (await isReady(servers[1])) === 200, patienceMs);
    await goTo(before);

    slack.fault('*', { kind: 'error', error: 'token_revoked', times: Number.POSITIVE_INFINITY });
    await goTo(nine);
    await until(async () => (await isReady(servers[0])) === 503, patienceMs);
    await until(async () => (await isReady(servers[1])) === 503, patienceMs);
    for (let at = Date.parse(nine); at < Date.parse(nine) + 120_000; at += 20_000) await goTo(at);
    await until(() => alarmsOf(/no longer lets Buddy in/).length > 0, patienceMs);

    await servers.shift()?.stop();
    await serve();
    for (let hours = 1; hours < 6; hours += 1) await goTo(Date.parse(nine) + hours * 3_600_000);
    await until(async () => (await isReady(servers[1])) === 503, patienceMs);
    await goTo(Date.parse(nine) + 7 * 3_600_000);

    const told = alarmsOf(/Slack/).filter(({ said }) => !said.includes('join'));
    expect(told.map(({ to }) => to)).toEqual(['tea']);
    expect(told[0]?.said).toMatch(
      /refused on Monday, December 7, 9:0\d AM.*\(token_revoked\).*buddy -- check/s,
    );
    expect(told[0]?.said).not.toMatch(/Ana|Ben|Wil|Tea/);
    expect(await standingOf('refused:slack')).toBe(1);
    expect(log.lines.filter((line) => line.includes('administrators should know'))).toHaveLength(1);

    slack.clearFaults();
    await until(async () => (await isReady(servers[0])) === 200, patienceMs);
    await until(async () => (await isReady(servers[1])) === 200, patienceMs);
    await goTo(Date.parse(nine) + 8 * 3_600_000);
    await until(() => alarmsOf(/been fine again since/).length > 0, patienceMs);
    expect(alarmsOf(/no longer lets Buddy in/)).toHaveLength(1);
    expect(await standingOf('refused:slack')).toBe(0);
    expect([...slack.complaints, ...teams.complaints]).toEqual([]);
  },
  4 * patienceMs,
);

test(
  'a Monday on which Slack takes nothing is told an hour later, to each administrator once',
  async () => {
    const ana = slack.person('UANA', { name: 'Ana Silva', tz: 'Europe/London' });
    const ben = slack.person('UBEN', { name: 'Ben Okafor', tz: 'Europe/London' });
    await pairOnSlack(ana, ben);
    await goTo(before);
    for (const { id } of [{ id: 'UANA' }, { id: 'UBEN' }])
      slack.fault('chat.postMessage', { kind: 'server-error', to: id, times: Number.POSITIVE_INFINITY });
    await goTo(nine);
    await until(() => slack.callsOf('chat.postMessage').length > 0, patienceMs);
    await goTo('2026-12-07T09:59:00Z');
    expect(alarmsOf(/Nothing has gone out/)).toEqual([]);
    for (const at of ['2026-12-07T10:01:00Z', '2026-12-07T10:02:00Z', '2026-12-07T11:00:00Z']) await goTo(at);
    await until(() => alarmsOf(/Nothing has gone out in Slack/).length === 2, patienceMs);
    await goTo('2026-12-07T12:00:00Z');
    const told = alarmsOf(/Nothing has gone out in Slack/);
    expect(told.map(({ to }) => to)).toEqual(['wil', 'tea']);
    for (const { said } of told) expect(said).not.toMatch(/Ana|Ben/);
    expect(alarmsOf(/no longer lets|More than one in ten/)).toEqual([]);
  },
  4 * patienceMs,
);

test(
  'more than a tenth in Teams who have removed the app are told as such, without a name or a number',
  async () => {
    const people = Array.from({ length: 26 }, (_, nth) =>
      teams.person(`person ${nth}`, { name: `Clinician ${nth}`, tz: 'Europe/London' }),
    );
    for (const person of people) await person.installs();
    for (let nth = 0; nth < people.length; nth += 2) {
      const code = /join ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(
        teamsRead.textOf((await people[nth]?.says('invite'))?.shown ?? null),
      )?.[1];
      await people[nth + 1]?.says(`join ${code}`);
    }
    await goTo(before);
    for (const person of people.slice(0, 12)) await person.blocks();
    await goTo(nine);
    const left = () =>
      db
        .selectFrom('outbox')
        .select('key')
        .where('batch', 'is not', null)
        .where('status', 'in', ['waiting', 'claimed'])
        .execute();
    await until(async () => {
      await goTo(clock.now());
      return (await left()).length === 0;
    }, 2 * patienceMs);
    await goTo('2026-12-07T10:30:00Z');
    await goTo('2026-12-07T11:30:00Z');
    await until(() => alarmsOf(/didn't arrive in Teams/).length === 2, patienceMs);
    for (const { said } of alarmsOf(/didn't arrive in Teams/)) {
      expect(said).toContain('More than one in ten');
      expect(said).not.toMatch(/Clinician|\b12\b|\b14\b|\b26\b/);
    }
  },
  6 * patienceMs,
);
