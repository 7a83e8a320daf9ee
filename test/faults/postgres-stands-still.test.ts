import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase } from '../../src/db/open.ts';
import { transact } from '../../src/db/transact.ts';
import { until } from '../support/hospital.ts';
import { postgresPrograms } from '../support/postgres-server.ts';
import { type Running, startProgram } from '../support/program.ts';
import type { Person } from '../support/slack/person.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import type { Answer } from '../support/slack/types.ts';
import { type OwnPostgres, ownPostgres } from './support/own-postgres.ts';

let slack: Slack;
let own: OwnPostgres;
let program: Running;
let people: readonly Person[];

const whereThereIsOne = postgresPrograms() === null ? describe.skip : describe;
if (postgresPrograms() === null)
  process.stdout.write('skipped: a PostgreSQL server that stands still, since none is installed here\n');

/** Slack shows an error after this (milliseconds). */
const slackWaitsMs = 3_000;
const apology = /on my side/;

whereThereIsOne('a PostgreSQL server that does not answer', () => {
  beforeAll(async () => {
    slack = await startSlack();
    own = await ownPostgres();
    program = await startProgram({ ...slack.env(), DATABASE_URL: own.url });
    slack.connectTo(program.url);
    people = Array.from({ length: 14 }, (_, index) => slack.person(`U${index}`, { name: `Person ${index}` }));
    // Everybody at once: many connections are open from now on.
    await Promise.all(people.map((person) => person.command('/buddy', 'invite')));
  }, 60_000);
  afterAll(async () => {
    program.signal('SIGKILL');
    await program.exited;
    await own.stop();
    await slack.stop();
  });

  afterEach(() => own.thaw());

  test('the server stands still: everybody hears so in time, and all goes on when it does', async () => {
    await own.freeze();
    const commands = Promise.all(people.map((person) => person.command('/buddy', 'pause')));
    await until(async () =>
      (await readiness()).startsWith('503 The database has not answered for 3 seconds'),
    );
    expect(await numbers()).toContain('\nbuddy_ready 0\n');
    await expectApologies(await commands);
    own.thaw();
    await expectAllIsWell();
  }, 60_000);

  test('all connections are taken: who has to wait hears so, and the numbers tell of it', async () => {
    const other = openDatabase(own.url);
    await transact(other, async (transaction) => {
      await sql`lock table members in access exclusive mode`.execute(transaction);
      const commands = Promise.all(people.map((person) => person.command('/buddy', 'pause')));
      await until(async () => /buddy_database_waiting [1-9]/.test(await numbers()));
      expect(await numbers()).toContain('buddy_database_connections{state="busy"} 10\n');
      await expectApologies(await commands);
    });
    await other.destroy();
    await expectAllIsWell();
    expect(await numbers()).toContain('buddy_database_waiting 0\n');
  }, 60_000);

  test('a stop while the server stands still: gone inside 15 seconds all the same', async () => {
    await own.freeze();
    const commands = people.map((person) => person.command('/buddy', 'pause'));
    const asked = Date.now();
    program.signal('SIGTERM');
    await program.exited;
    expect(Date.now() - asked).toBeLessThan(15_000);
    await Promise.all(commands);
  }, 60_000);
});

/** What Slack gets at once may be empty: then the words come after it. */
async function expectApologies(answers: readonly Answer[]): Promise<void> {
  for (const { status, ms } of answers) expect([status, ms < slackWaitsMs]).toEqual([200, true]);
  const heard = (person: Person, index: number): boolean =>
    apology.test(answers[index]?.text ?? '') ||
    apology.test(JSON.stringify(person.replies.slice(repliesBefore.get(person))));
  await until(() => people.every(heard), 20_000);
  for (const person of people) repliesBefore.set(person, person.replies.length);
}

const repliesBefore = new Map<Person, number>();

async function expectAllIsWell(): Promise<void> {
  await until(async () => (await readiness()) === '200 ready', 20_000);
  const answers = await Promise.all(people.map((person) => person.command('/buddy', 'status')));
  for (const { text } of answers) expect(text).not.toMatch(apology);
}

async function readiness(): Promise<string> {
  const response = await fetch(`${program.url}/readyz`, soon());
  return `${response.status} ${(await response.text()).trim()}`;
}

async function numbers(): Promise<string> {
  return (await fetch(`${program.url}/metrics`, soon())).text();
}

/** Neither may hang, whatever the database does. */
function soon(): RequestInit {
  return { signal: AbortSignal.timeout(10_000) };
}
