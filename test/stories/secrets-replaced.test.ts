import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { accountOf } from '../../src/features/nudges/store.ts';
import { type RecordedLog, recordedLog } from '../contract/recorded-log.ts';
import { writePairs } from '../faults/support/members.ts';
import { allSent, type House, openHouse, until } from '../support/hospital.ts';
import { SecretFiles } from '../support/secret-files.ts';
import { button } from '../support/slack/read.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';

const wednesday = '2026-12-02T12:00:00Z';
const monday = '2026-12-07T09:00:00Z';
const minutesLater = (minutes: number) => Date.parse(monday) + minutes * 60_000;
const patienceMs = 120_000;

let files: SecretFiles;
let house: House;
let log: RecordedLog;
beforeEach(() => {
  files = new SecretFiles();
  log = recordedLog();
});
afterEach(async () => {
  await house.close();
  files.remove();
  // Whatever went wrong, and whatever was said of it.
  expect(log.lines.join('\n')).not.toMatch(/SECRET-\d/);
});

const count = 40;
const ids = Array.from({ length: count }, (_, index) => `UK${index}`);

describe('on Slack, in the middle of a Monday', () => {
  let slack: Slack;

  async function open(way: 'http' | 'socket'): Promise<void> {
    slack = await startSlack({
      botToken: 'xoxb-SECRET-1',
      appToken: 'xapp-SECRET-1',
      signingSecret: 'SECRET-1',
    });
    for (const id of ids) slack.person(id, { name: `Clinician ${id}`, tz: 'Europe/London' });
    const environment = files.holding({
      SLACK_BOT_TOKEN: slack.botToken,
      ...(way === 'http'
        ? { SLACK_SIGNING_SECRET: slack.signingSecret }
        : { SLACK_APP_TOKEN: slack.appToken }),
    });
    house = await openHouse([way === 'http' ? slack : bySocketMode(slack)], {
      now: wednesday,
      environment,
      log,
    });
    const { teamId } = slack.identity;
    const person = (id: string) => ({ platform: 'slack', workspace: teamId, id }) as const;
    const members = ids.map((id) => ({ person: person(id), timeZone: 'Europe/London' }));
    await writePairs(house.databaseUrl, members, house.now());
    slack.latencyMs = 20;
  }

  /** Monday begins; what it returns waits for the rest of it. By then some have their questions, and most have not. */
  async function begin(): Promise<() => Promise<void>> {
    const done = house.goTo(monday);
    await until(() => arrived() >= 5, patienceMs);
    expect(arrived()).toBeLessThan(count);
    return () => done;
  }

  const nudgesOf = (id: string) => slack.inbox(id).filter((one) => button(one, 'checkins.acknowledge'));
  const arrived = () => ids.filter((id) => nudgesOf(id).length > 0).length;
  const refused = () => slack.calls.filter(({ error }) => error === 'token_revoked');

  async function everyoneOnce(): Promise<void> {
    await allSent(house);
    expect(ids.map((id) => nudgesOf(id).length)).toEqual(Array(count).fill(1));
    expect(await accountOf(house.db, '2026-W50')).toMatchObject({ eligible: count, sent: count, pending: 0 });
    expect(slack.complaints).toEqual([]);
  }

  test(
    'the bot token is another, and a signal says so: nobody goes without, and nothing comes twice',
    async () => {
      await open('http');
      const rest = await begin();
      files.put('SLACK_BOT_TOKEN', 'xoxb-SECRET-2\n');
      slack.replaces({ bot: 'xoxb-SECRET-2' });
      house.readSecretsAgain();
      await rest();
      await everyoneOnce();
      expect(
        log.lines.filter((line) => line.includes('SLACK_BOT_TOKEN_FILE has another secret')),
      ).toHaveLength(1);
    },
    patienceMs,
  );

  test(
    'without a signal it is read again when Slack refuses the old one, and that call goes through',
    async () => {
      await open('http');
      const rest = await begin();
      files.put('SLACK_BOT_TOKEN', 'xoxb-SECRET-2');
      slack.replaces({ bot: 'xoxb-SECRET-2' });
      await rest();
      await everyoneOnce();
      // What was on its way, of messages eight at most, and nothing after.
      expect(refused()).not.toEqual([]);
      expect(refused().filter(({ method }) => method === 'chat.postMessage').length).toBeLessThanOrEqual(8);
      expect(await ready()).toBe(200);
    },
    patienceMs,
  );

  test(
    'revoked before the new one is there: what is left waits, and goes out with it',
    async () => {
      await open('http');
      const rest = await begin();
      slack.replaces({ bot: 'xoxb-SECRET-2' });
      await until(async () => (await ready()) === 503, patienceMs);
      files.put('SLACK_BOT_TOKEN', '');
      house.readSecretsAgain();
      expect(arrived()).toBeLessThan(count);
      files.put('SLACK_BOT_TOKEN', 'xoxb-SECRET-2');
      house.readSecretsAgain();
      await until(async () => (await ready()) === 200, patienceMs);
      await rest();
      for (const minutes of [5, 15]) await house.goTo(minutesLater(minutes));
      await everyoneOnce();
      expect(log.lines.filter((line) => line.includes('which is empty'))).toHaveLength(1);
    },
    patienceMs,
  );

  test(
    'the event about the old token says nothing of the new one',
    async () => {
      await open('http');
      files.put('SLACK_BOT_TOKEN', 'xoxb-SECRET-2');
      slack.replaces({ bot: 'xoxb-SECRET-2' });
      house.readSecretsAgain();
      await slack.event('tokens_revoked', { tokens: { oauth: [], bot: ['U0BUDDY'] } });
      expect(await ready()).toBe(200);
    },
    patienceMs,
  );

  test(
    'the signing secret is another: the first request that it signed is answered, and a forger is not',
    async () => {
      await open('http');
      const done = house.goTo(monday);
      const ana = slack.person('UK0');
      expect((await ana.command('/buddy', 'help')).status).toBe(200);
      const old = slack.lastRequest;
      files.put('SLACK_SIGNING_SECRET', 'SECRET-2');
      slack.replaces({ signingSecret: 'SECRET-2' });
      expect((await ana.command('/buddy', 'help')).status).toBe(200);
      // What was signed with the old one just before may still be on its way.
      expect((await slack.replay(old)).status).toBe(200);
      slack.replaces({ signingSecret: 'of someone else' });
      expect((await ana.command('/buddy', 'help')).status).toBe(401);
      await done;
      await everyoneOnce();
    },
    patienceMs,
  );

  test(
    'the app token is another: people are heard all the while',
    async () => {
      await open('socket');
      const done = house.goTo(monday);
      const ana = slack.person('UK0');
      files.put('SLACK_APP_TOKEN', 'xapp-SECRET-2');
      slack.replaces({ app: 'xapp-SECRET-2' });
      house.readSecretsAgain();
      expect((await ana.command('/buddy', 'help')).status).toBe(200);
      await until(() => slack.socketMode.greeted === 2, patienceMs);
      expect((await ana.command('/buddy', 'help')).status).toBe(200);
      await done;
      await everyoneOnce();
    },
    patienceMs,
  );

  test(
    'Slack ends the connection with the old app token: the next one is opened with the new',
    async () => {
      await open('socket');
      files.put('SLACK_APP_TOKEN', 'xapp-SECRET-2');
      slack.replaces({ app: 'xapp-SECRET-2' });
      slack.socketMode.disconnect('break');
      await until(() => slack.socketMode.greeted === 2, patienceMs);
      expect((await slack.person('UK0').command('/buddy', 'help')).status).toBe(200);
      await house.goTo(monday);
      await everyoneOnce();
    },
    patienceMs,
  );
});

async function ready(): Promise<number> {
  return (await fetch(`${house.url()}/readyz`)).status;
}

/** Without an address of its own, as where nothing comes in. */
function bySocketMode(slack: Slack) {
  return {
    env: () => ({ ...slack.env({ socketMode: true }), SLACK_SIGNING_SECRET: '' }),
    connectTo() {},
    stop: () => slack.stop(),
  };
}
