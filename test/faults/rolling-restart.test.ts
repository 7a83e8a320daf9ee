import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mondayOf, weekOf } from '../../src/calendar/iso-week.ts';
import { instantAt } from '../../src/calendar/local-time.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { planDue } from '../../src/features/nudges/plan.ts';
import { accountOf } from '../../src/features/nudges/store.ts';
import { type Balancer, startBalancer } from '../support/balancer.ts';
import { until } from '../support/hospital.ts';
import { type Running, startProgram } from '../support/program.ts';
import { button } from '../support/slack/read.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import type { Call, Message } from '../support/slack/types.ts';
import { content } from '../support/turn.ts';
import { databases, type Fresh } from './support/databases.ts';
import type { Environment } from './support/life.ts';
import { writePairs } from './support/members.ts';
import { type Pace, paces } from './support/paces.ts';
import { report } from './support/report.ts';
import { patienceMs, sized } from './support/size.ts';

const acknowledge = 'checkins.acknowledge';
const london = 'Europe/London';
/** How often each of the two is replaced. */
const rounds = sized({ short: 1, long: 5 });

let slack: Slack;
let fresh: Fresh;
let db: Database;
let environment: Environment;
let people: number;
let balancer: Balancer;
const serving: Running[] = [];

beforeEach(async () => {
  slack = await startSlack();
  slack.latencyMs = 100;
});
afterEach(async () => {
  for (const server of serving.splice(0)) {
    server.signal('SIGKILL');
    await server.exited;
  }
  await balancer.stop();
  await db.destroy();
  await fresh.remove();
  await slack.stop();
});

describe.each(databases)('$name', (kind) => {
  test.each(paces)(
    'two servers are replaced one after the other on a Monday, $name: everybody is asked once, and every press is answered',
    async (pace) => {
      fresh = await kind.fresh();
      const week = await prepare(pace);
      for (const _ of [1, 2]) await begin();
      balancer = await startBalancer(...serving.map(({ url }) => url));
      slack.connectTo(balancer.url);
      await plan(week);

      const answers: string[] = [];
      const pressing = pressAll(answers);
      const stops: number[] = [];
      for (let nth = 0; nth < rounds * 2; nth += 1) {
        const target = Math.ceil(((nth + 1) * people) / (rounds * 2 + 1));
        await until(() => slack.callsOf('chat.postMessage').length >= target, 60_000);
        stops.push(await replaceOldest());
      }
      await pressing;
      await until(async () => (await accountOf(db, week)).pending === 0);

      // Nothing else is sent to anybody here.
      const counts = Array.from({ length: people }, (_, index) => slack.inbox(`UR${index}`).length);
      const lost = counts.filter((count) => count === 0).length;
      const doubled = counts.reduce((sum, count) => sum + count, 0) - (people - lost);
      const unanswered = answers.filter((status) => status !== '200').length;
      report({
        run: `rolling restart, ${kind.name}, ${pace.name}`,
        did: `${rounds * 2} times one of two servers replaced in a Monday of ${people}, who all press meanwhile`,
        found: `lost ${lost}, doubled ${doubled}, ${unanswered} of ${answers.length} presses not answered, the slowest stop took ${(Math.max(...stops) / 1000).toFixed(1)} s`,
      });
      expect({ lost, doubled, unanswered, refused: balancer.refused }).toEqual({
        ...{ lost: 0, doubled: 0, unanswered: 0, refused: 0 },
      });
      expect(Math.max(...stops)).toBeLessThan(10_000);
      expect(await accountOf(db, week)).toMatchObject({ eligible: people, sent: people, pending: 0 });
      const checkedIn = await db.selectFrom('acknowledgements').select('pair_id').distinct().execute();
      expect(checkedIn).toHaveLength(people / 2);
      expect(slack.maxInFlight).toBeLessThanOrEqual(8);
    },
    patienceMs,
  );
});

async function prepare(pace: Pace) {
  people = pace.people(sized({ short: 120, long: 600 }));
  const { teamId } = slack.identity;
  const newcomers = Array.from({ length: people }, (_, index) => {
    slack.person(`UR${index}`, { name: `Clinician ${index}`, tz: london });
    return { person: { platform: 'slack', workspace: teamId, id: `UR${index}` } as const, timeZone: london };
  });
  await writePairs(fresh.url, newcomers, Date.now());
  db = openDatabase(fresh.url);
  environment = { ...slack.env(), DATABASE_URL: fresh.url, ...pace.environment };
  return weekOf(Date.now() + 7 * 86_400_000, london);
}

/** As `nudge --at` would, but for sending: that is the servers' part. */
async function plan(week: Awaited<ReturnType<typeof prepare>>): Promise<void> {
  const at = instantAt(mondayOf(week), 9 * 60, london);
  expect(await planDue(db, { at, now: Date.now(), content })).toBe(people);
}

async function begin(): Promise<Running> {
  const server = await startProgram(environment);
  serving.push(server);
  return server;
}

/** Stops the one that has served the longest, as an operator who upgrades does, then starts another. How long it took to go. */
async function replaceOldest(): Promise<number> {
  const oldest = serving.shift() as Running;
  const asked = Date.now();
  oldest.signal('SIGTERM');
  await until(async () => (await fetch(`${oldest.url}/readyz`)).status === 503);
  const code = await oldest.exited;
  const ms = Date.now() - asked;
  expect(code).toBe(0);
  balancer.add((await begin()).url);
  return ms;
}

/** Everybody presses as soon as they have been asked, but those whose buddy was quicker. */
async function pressAll(answers: string[]): Promise<void> {
  const pressing: Promise<void>[] = [];
  let asked = 0;
  for (
    let seen = 0;
    asked < people && serving.length > 0;
    await new Promise((resolve) => setTimeout(resolve, 20))
  ) {
    for (; slack.calls[seen] !== undefined; seen += 1) {
      const { method, to } = slack.calls[seen] as Call;
      if (method !== 'chat.postMessage' || to === undefined) continue;
      asked += 1;
      const [nudge] = slack.inbox(to);
      if (nudge !== undefined && button(nudge, acknowledge)) pressing.push(press(to, nudge, answers));
    }
  }
  await Promise.all(pressing);
}

async function press(id: string, nudge: Message, answers: string[]): Promise<void> {
  const { status, text } = await slack.person(id).press(nudge, acknowledge);
  answers.push(status === 200 ? '200' : `${status} ${text}`);
}
