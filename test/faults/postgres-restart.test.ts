import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { accountOf } from '../../src/features/nudges/store.ts';
import { until } from '../support/hospital.ts';
import { postgresPrograms } from '../support/postgres-server.ts';
import { type Running, startProgram } from '../support/program.ts';
import { button } from '../support/slack/read.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import { Chance } from './support/chance.ts';
import { type Environment, type Life, startNudge } from './support/life.ts';
import { prepareMonday } from './support/members.ts';
import { type OwnPostgres, ownPostgres } from './support/own-postgres.ts';
import { paces } from './support/paces.ts';
import { report } from './support/report.ts';
import { patienceMs, sized } from './support/size.ts';

const mostInFlight = 8;

let slack: Slack;
let own: OwnPostgres;
let db: Database;
let environment: Environment;
let people: number;
let program: Running;
let nudge: Life;

const whereThereIsOne = postgresPrograms() === null ? describe.skip : describe;
if (postgresPrograms() === null)
  process.stdout.write('skipped: a PostgreSQL server that is restarted, since none is installed here\n');

whereThereIsOne('a PostgreSQL server that is restarted on a Monday', () => {
  beforeEach(async () => {
    slack = await startSlack();
    slack.latencyMs = 40;
    own = await ownPostgres();
    db = openDatabase(own.url);
    environment = {
      ...slack.env(),
      DATABASE_URL: own.url,
      LOG_LEVEL: 'trace',
    };
  }, 60_000);
  afterEach(async () => {
    await nudge?.kill();
    program?.signal('SIGKILL');
    await program?.exited;
    await db.destroy();
    await own.stop();
    await slack.stop();
  });

  test.each(paces)(
    '$name: nobody goes without, Buddy stays and says what is wrong, and goes on by itself',
    async (pace) => {
      const run = `PostgreSQL restarted, ${pace.name}`;
      const chance = new Chance(run);
      people = pace.people(sized({ short: 120, long: 800 }));
      environment = { ...environment, ...pace.environment };
      const { week, at } = await prepareMonday(slack, own.url, people);
      program = await startProgram(environment);
      slack.connectTo(program.url);
      nudge = startNudge(at, environment);

      const wanted = sized({ short: 3, long: 40 });
      let [asked, apologies, outages] = [0, 0, 0];
      for (let stops = 0; stops < wanted; stops += 1) {
        await untilItsMoment(chance, wanted - stops);
        await own.server.down(chance.oneOf(['fast', 'immediate'] as const));
        if (stops === 0 || chance.isSo(0.4)) {
          await until(async () => (await readiness()).status === 503);
          expect((await readiness()).text).toMatch(/^The database cannot be read\./);
          for (const words of ['status', 'invite', 'pause']) {
            const answer = await slack.person('UK0').command('/buddy', words);
            asked += 1;
            if (answer.status === 200 && answer.text.includes('went wrong on my side')) apologies += 1;
          }
          outages += 1;
          await sleep(chance.between(0, 3_000));
        }
        await own.server.up();
        await until(async () => (await readiness()).status === 200);
      }
      // One that had not yet planned says so and ends; the one who started it starts it again.
      if ((await nudge.ended) !== 0) expect(nudge.output()).toMatch(/DATABASE_URL/);
      const lastly = startNudge(at, environment);
      expect([await lastly.ended, lastly.output()]).toEqual([0, expect.stringContaining('members were due')]);

      const received = nudgesReceived();
      const lost = received.filter((count) => count === 0).length;
      const doubled = received.reduce((sum, count) => sum + count, 0) - (people - lost);
      report({
        run,
        did: `${wanted} times stopped and started under server and \`nudge --at\` in a Monday of ${people}, kept away ${outages} times`,
        found: `lost ${lost}, doubled ${doubled} of at most ${mostInFlight * wanted} in flight, ${apologies} of ${asked} commands meanwhile answered with an apology, no restart of Buddy`,
      });
      expect({ lost, apologies }).toEqual({ lost: 0, apologies: asked });
      expect(doubled).toBeLessThanOrEqual(mostInFlight * wanted);
      expect(await accountOf(db, week)).toMatchObject({ eligible: people, sent: people, pending: 0 });
      expect(slack.maxInFlight).toBeLessThanOrEqual(mostInFlight);
      program.signal('SIGTERM');
      expect(await program.exited).toBe(0);
      expectAnHonestLog();
    },
    patienceMs,
  );
});

/** What is wrong is told with a code, and the end of it; nothing of anybody, and no secret, at the most talkative level. */
function expectAnHonestLog(): void {
  const log = `${program.output()}${nudge.output()}`;
  for (const words of ['The database cannot be read.', 'The database can be used again.', 'could not answer'])
    expect(log).toContain(words);
  const faults = log.split('\n').filter((line) => line.startsWith('{"level":50'));
  expect(faults.filter((line) => !/"code":"\w+"/.test(line))).toEqual([]);
  for (const secret of [own.password, slack.botToken, slack.signingSecret, 'Clinician', '"UK0"'])
    expect(log).not.toContain(secret);
}

/** After some more messages, between any two instructions; a few times while the command still plans. */
async function untilItsMoment(chance: Chance, left: number): Promise<void> {
  const isEarly = chance.isSo(0.15);
  // A first message takes two calls: one opens the chat.
  const more = isEarly ? 0 : chance.between(1, Math.ceil((2 * people) / left));
  const target = slack.calls.length + more;
  const end = Date.now() + (isEarly ? chance.between(0, 1_000) : 5_000);
  while (Date.now() < end && (isEarly || slack.calls.length < target)) await sleep(1);
  await sleep(chance.between(0, 6));
}

async function readiness(): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(`${program.url}/readyz`);
  return { status: response.status, text: await response.text() };
}

function nudgesReceived(): readonly number[] {
  return Array.from(
    { length: people },
    (_, index) => slack.inbox(`UK${index}`).filter((one) => button(one, 'checkins.acknowledge')).length,
  );
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
