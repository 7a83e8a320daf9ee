import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { until } from '../support/hospital.ts';
import { button } from '../support/slack/read.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import type { Message } from '../support/slack/types.ts';
import { startTeams } from '../support/teams/stand-in.ts';
import type { Teams } from '../support/teams/teams.ts';
import { garbage, openSlowly } from './support/bad-connections.ts';
import { badRequest, type Recorded } from './support/bad-requests.ts';
import { again, Chance } from './support/chance.ts';
import { databases, type Fresh } from './support/databases.ts';
import { type Life, startServer } from './support/life.ts';
import { residentKb } from './support/memory.ts';
import { report } from './support/report.ts';
import { patienceMs, sized } from './support/size.ts';
import { wholeContent } from './support/tables.ts';

const atATime = 8;
/** What the heap of a process may have grown by at rest, in KB: less than 7 KB for each request of the long form. */
const mostGrowthKb = 64_000;

let slack: Slack;
let teams: Teams;
let fresh: Fresh;
let db: Database;
let life: Life;
let url: string;

beforeEach(async () => {
  [slack, teams] = [await startSlack(), await startTeams()];
});
afterEach(async () => {
  await life.kill();
  await db.destroy();
  await fresh.remove();
  await Promise.all([slack.stop(), teams.stop()]);
});

test.each(databases)(
  '$name: whatever is thrown at both endpoints is refused, changes nothing, and costs no memory',
  async (kind) => {
    const run = `fuzzer, ${kind.name}`;
    const chance = new Chance(run);
    const requests = sized({ short: 1_500, long: 10_000 });
    fresh = await kind.fresh();
    await start();
    const recorded = await play();
    const content = async () => {
      // When something last came in, whatever it was.
      const { platforms_heard, ...others } = await wholeContent(db);
      return others;
    };
    const before = await content();
    const slow = openSlowly(url, sized({ short: 40, long: 200 }));

    const statuses = new Map<number, number>();
    await throwSome(Math.round(requests / 2));
    const warm = await restingKb();
    await throwSome(requests - Math.round(requests / 2));
    const grown = (await restingKb()) - warm;
    // The program hangs up on them after 20 s, which it looks after every 5 s; the short form does not wait for it.
    if (sized({ short: false, long: true })) await until(() => slow.stillOpen() === 0, 60_000);
    slow.end();

    expect(await content()).toEqual(before);
    expect(life.isAlive()).toBe(true);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    report({
      run,
      did: `${requests} requests and ${slow.count} that never end, to both endpoints`,
      found: `${said(statuses)}; no 5xx, no row changed, memory ${grown > 0 ? '+' : ''}${Math.round(grown / 1024)} MB`,
    });
    expect(grown).toBeLessThan(mostGrowthKb);

    async function throwSome(count: number): Promise<void> {
      let left = count;
      const one = async (): Promise<void> => {
        while (left > 0) {
          left -= 1;
          const thrown = chance.isSo(0.06)
            ? await garbage(url, chance)
            : await badRequest(url, recorded, chance);
          for (const status of thrown.statuses) {
            statuses.set(status, (statuses.get(status) ?? 0) + 1);
            if (status >= 500) throw new Error(`${status} to: ${thrown.what} (${again})`);
            if (status === 0 && !life.isAlive()) throw new Error(`it died of: ${thrown.what} (${again})`);
          }
        }
      };
      await Promise.all(Array.from({ length: atATime }, one));
    }
  },
  patienceMs,
);

async function start(): Promise<void> {
  const rerouting = teams.rerouting();
  life = startServer({
    ...slack.env(),
    ...teams.env(),
    ...rerouting,
    // Young objects are collected often: what is measured is what is kept.
    NODE_OPTIONS: `${rerouting.NODE_OPTIONS} --max-semi-space-size=1`,
    DATABASE_URL: fresh.url,
    SLACK_MESSAGES_PER_MINUTE: '1000000000',
  });
  await until(() => /"port":\d+/.test(life.output()));
  url = `http://127.0.0.1:${/"port":(\d+)/.exec(life.output())?.[1]}`;
  await until(async () => (await fetch(`${url}/readyz`)).status === 200);
  db = openDatabase(fresh.url);
  slack.connectTo(url);
  teams.connectTo(url);
}

/** A few people do something of every kind; what they sent is what is sent again, and what is spoilt. */
async function play(): Promise<Recorded> {
  const recorded: Recorded = {
    slack: [],
    slackReads: [],
    teams: [],
    teamsReads: [],
    secrets: slack,
    bearer: bearer(),
  };
  const [ana, ben] = ['UANA', 'UBEN'].map((id) => slack.person(id, { name: id, tz: 'Europe/London' }));
  if (ana === undefined || ben === undefined) throw new Error('nobody is there');
  const onSlack = async (act: Promise<unknown>, list = recorded.slack) => {
    await act;
    if (slack.lastRequest !== undefined) list.push(slack.lastRequest);
  };
  await onSlack(ana.command('/buddy', ben.mention));
  await until(() => ben.inbox.length > 0);
  await onSlack(ben.press(ben.inbox[0] as Message, 'pairing.accept'));
  await onSlack(ana.command('/buddy', 'invite'));
  await onSlack(ben.command('/buddy', 'pause'));
  await onSlack(ben.command('/buddy', 'resume'));
  await onSlack(ana.command('/buddy', 'reach'));
  await until(() => ben.inbox.some((one) => button(one, 'checkins') !== undefined) || ben.inbox.length > 1);
  for (const words of ['status', 'help', 'resources', 'privacy', 'words that are none'])
    await onSlack(ana.command('/buddy', words), recorded.slackReads);
  await onSlack(ana.opensHome(), recorded.slackReads);

  const [cho, dov] = ['cho', 'dov'].map((who) =>
    teams.person(who, { name: `${who} Park`, tz: 'Europe/London' }),
  );
  if (cho === undefined || dov === undefined) throw new Error('nobody is there');
  const onTeams = async (act: Promise<unknown>, list = recorded.teams) => {
    await act;
    if (teams.lastRequest !== undefined) list.push(teams.lastRequest);
  };
  for (const one of [cho, dov]) await onTeams(one.installs());
  for (const one of [cho, dov]) await onTeams(one.says('help'), recorded.teamsReads);
  await onTeams(cho.says('invite'));
  await onTeams(cho.says(`pair ${dov.name}`));
  await until(() => dov.inbox.some((one) => JSON.stringify(one.card).includes('pairing.accept')));
  const invitation = dov.inbox.find((one) => JSON.stringify(one.card).includes('pairing.accept'));
  if (invitation !== undefined) await onTeams(dov.presses(invitation, 'pairing.accept'));
  for (const words of ['status', 'resources', 'words that are none'])
    await onTeams(cho.says(words), recorded.teamsReads);
  await until(async () => (await unsent()) === 0);
  await teams.quiet();
  return recorded;
}

function bearer() {
  return { appId: teams.identity.appId, serviceUrl: teams.serviceUrl };
}

async function unsent(): Promise<number> {
  const open = ['waiting', 'claimed'] as const;
  const rows = await db.selectFrom('outbox').select('key').where('status', 'in', open).execute();
  return rows.length;
}

/** At rest: what has been answered is collected by then, as far as the engine cares to. */
async function restingKb(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  return residentKb(life.pid);
}

function said(statuses: ReadonlyMap<number, number>): string {
  return [...statuses]
    .sort(([one], [other]) => one - other)
    .map(([status, count]) => `${count} × ${status === 0 ? 'hung up' : status}`)
    .join(', ');
}
