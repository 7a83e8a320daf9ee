import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { accountOf } from '../../src/features/nudges/store.ts';
import { button } from '../support/slack/read.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import { Chance } from './support/chance.ts';
import { databases, type Fresh } from './support/databases.ts';
import { type Environment, type Life, startNudge, startServer } from './support/life.ts';
import { prepareMonday } from './support/members.ts';
import { type Pace, paces } from './support/paces.ts';
import { report } from './support/report.ts';
import { patienceMs, sized } from './support/size.ts';

const mostInFlight = 8;
const latencyMs = 4;
/** A lease, and a little: after it, what a killed process held may be claimed by others. */
const leaseMs = 15_500;

let slack: Slack;
let fresh: Fresh;
let db: Database;
let environment: Environment;
let people: number;
const lives = new Set<Life>();
/** Of each person: how many nudges had come when the last of them was found unrecorded. */
const counted = new Map<string, number>();

beforeEach(async () => {
  slack = await startSlack();
  slack.latencyMs = latencyMs;
  counted.clear();
});
afterEach(async () => {
  for (const life of lives) await life.kill();
  lives.clear();
  await db.destroy();
  await fresh.remove();
  await slack.stop();
});

const runs = databases.flatMap((kind) =>
  kind.processes.flatMap((atOnce) => paces.map((pace) => ({ kind, atOnce, pace }))),
);

describe('a Monday of which the processes are killed over and over', () => {
  test.each(runs)(
    '$kind.name, $atOnce at once, $pace.name: nobody goes without, and what was in flight is all that comes twice',
    async ({ kind, atOnce, pace }) => {
      const run = `kill -9, ${kind.name}, ${atOnce} at once, ${pace.name}`;
      const chance = new Chance(run);
      fresh = await kind.fresh();
      const { week, at } = await prepare(pace);
      const wanted = sized({ short: 5, long: 50 });
      let [kills, exposed, moments] = [0, 0, 0];
      while (kills < wanted) {
        while (lives.size < atOnce) begin(at, chance);
        await untilItsMoment(chance, wanted / atOnce);
        moments += 1;
        // Now and then the others go on, and have to wait for what the dead one held.
        const victims = chance.isSo(sized({ short: 0, long: 0.3 })) ? [chance.oneOf([...lives])] : [...lives];
        await Promise.all(victims.map((life) => life.kill()));
        for (const life of victims) lives.delete(life);
        kills += victims.length;
        exposed += await unrecorded();
        if (lives.size === 0) await passLeases(moments);
      }
      for (const life of lives) await life.kill();
      exposed += lives.size === 0 ? 0 : await unrecorded();
      const lastly = startNudge(at, environment);
      lives.clear();
      lives.add(lastly);
      expect(await lastly.ended).toBe(0);

      const received = [...nudgesByPerson().values()];
      const lost = people - received.length;
      const doubled = received.reduce((sum, count) => sum + count, 0) - received.length;
      report({
        run,
        did: `${kills} kills of server and \`nudge --at\` in a Monday of ${people}`,
        found: `lost ${lost}, doubled ${doubled} of at most ${exposed} in flight when killed`,
      });
      expect(lost).toBe(0);
      expect(doubled).toBeLessThanOrEqual(exposed);
      expect(exposed).toBeLessThanOrEqual(mostInFlight * (moments + 1));
      expect(await accountOf(db, week)).toMatchObject({ eligible: people, sent: people, pending: 0 });
      expect(slack.maxInFlight).toBeLessThanOrEqual(mostInFlight);
    },
    patienceMs,
  );
});

async function prepare(pace: Pace) {
  people = pace.people(600);
  const monday = await prepareMonday(slack, fresh.url, people);
  db = openDatabase(fresh.url);
  environment = {
    ...slack.env(),
    DATABASE_URL: fresh.url,
    LOG_LEVEL: 'silent',
    ...pace.environment,
  };
  return monday;
}

/** Mostly the command, which plans and sends; else the server, which sends what has been planned. */
function begin(at: string, chance: Chance): void {
  const isCommand = lives.size === 0 ? chance.isSo(0.7) : chance.isSo(0.5);
  const life = isCommand ? startNudge(at, environment) : startServer(environment);
  lives.add(life);
}

/** Some are killed while they start, most after a few messages, between any two instructions. */
async function untilItsMoment(chance: Chance, kills: number): Promise<void> {
  const early = chance.isSo(0.2);
  // A first message takes two calls: one opens the chat.
  const more = chance.between(1, Math.ceil((3 * people) / (kills + 1)));
  const target = slack.calls.length + more;
  const end = Date.now() + (early ? chance.between(50, 1_000) : 20_000);
  const isOver = () => [...lives].every((life) => !life.isAlive());
  while (Date.now() < end && !isOver() && (early || slack.calls.length < target)) await sleep(1);
  await sleep(chance.between(0, 6));
}

/**
 * How many messages the platform has taken, since they were last counted, that nobody has recorded: they may come once
 * more. What was only claimed may not.
 */
async function unrecorded(): Promise<number> {
  // What a dead process had sent is still being taken.
  await sleep(10 * latencyMs);
  const received = nudgesByPerson();
  const rows = await db.selectFrom('outbox').select('person_id').where('status', '=', 'claimed').execute();
  const exposed = rows.filter(({ person_id: id }) => (received.get(id) ?? 0) > (counted.get(id) ?? 0));
  for (const { person_id: id } of exposed) counted.set(id, received.get(id) ?? 0);
  return exposed.length;
}

/**
 * Nobody is alive: leases end. They are waited for now and then, and otherwise made to have been waited for, lest a run
 * of fifty kills be a run of fifty quarters of a minute.
 */
async function passLeases(nth: number): Promise<void> {
  if (nth % 10 === 0) await sleep(leaseMs);
  else
    await db
      .updateTable('outbox')
      .set((row) => ({ lease_until: row('lease_until', '-', leaseMs) }))
      .where('status', '=', 'claimed')
      .execute();
}

function nudgesByPerson(): Map<string, number> {
  const counts = new Map<string, number>();
  for (let index = 0; index < people; index += 1) {
    const id = `UK${index}`;
    const nudges = slack.inbox(id).filter((one) => button(one, 'checkins.acknowledge') !== undefined);
    if (nudges.length > 0) counts.set(id, nudges.length);
  }
  return counts;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
