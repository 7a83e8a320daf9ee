import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { until } from '../support/hospital.ts';
import { type Running, startProgram } from '../support/program.ts';
import type { Person } from '../support/slack/person.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import type { View } from '../support/slack/types.ts';

/** Socket Mode with two processes: Slack sends each envelope by one of their connections, and again by another. */
let database: FreshDatabase;
let slack: Slack;
let db: Database;
let environment: Record<string, string>;
let one: Running;
let other: Running;

beforeAll(async () => {
  // Slack waits for three seconds.
  [database, slack] = [await freshDatabase(), await startSlack({ patienceMs: 3_000 })];
  environment = {
    ...slack.env({ socketMode: true }),
    DATABASE_URL: database.url,
    BUDDY_ADMINS: 'slack:UADMIN',
    SLACK_MESSAGES_PER_MINUTE: '1000000000',
  };
  [one, other] = [await startProgram(environment), await startProgram(environment)];
  db = openDatabase(database.url);
}, 60_000);
afterAll(async () => {
  for (const server of [one, other]) {
    server.signal('SIGCONT');
    server.signal('SIGKILL');
    await server.exited;
  }
  await db.destroy();
  await slack.stop();
  await database.remove();
}, 60_000);

function person(id: string): Person {
  return slack.person(id, { name: `Called ${id}`, tz: 'Europe/London' });
}

/** How often this process has answered a command. */
function answered(server: Running): number {
  return server.output().split('"event":"command"').length - 1;
}

async function invitationsBy(...people: readonly Person[]): Promise<number> {
  const ids = people.map(({ id }) => id);
  const rows = db.selectFrom('invitations').innerJoin('members', 'members.id', 'inviter_id');
  return (await rows.select('invitations.id').where('members.person_id', 'in', ids).execute()).length;
}

/** Both processes are heard. One that stood still drops its connection when it wakes, and takes seconds to open another. */
async function bothConnected(): Promise<void> {
  await until(() => slack.socketMode.connections === 2, 30_000);
}

async function sent(): Promise<void> {
  await until(async () => {
    const left = db.selectFrom('outbox').select('key').where('status', 'in', ['waiting', 'claimed']);
    return (await left.execute()).length === 0;
  });
}

test('both answer, each what comes by its connection', async () => {
  for (let nth = 0; nth < 6; nth += 1) {
    expect((await person('UANA').command('/buddy', 'help')).text).toContain('status');
  }
  await until(() => answered(one) + answered(other) >= 6);
  expect([answered(one), answered(other)]).toEqual([3, 3]);
});

test('what comes by both connections at the same instant happens once', async () => {
  slack.socketMode.spreads = 'to each';
  const [ana, ben] = [person('UANA'), person('UBEN')];
  expect((await ana.command('/buddy', ben.mention)).text).not.toBe('');
  await until(() => ben.inbox.length > 0);
  await sent();
  await ben.press(ben.inbox[0] ?? {}, 'pairing.accept');
  await until(() => ana.inbox.length > 0);
  await sent();
  expect([ana.inbox.length, ben.inbox.length, await invitationsBy(ana)]).toEqual([1, 1, 1]);

  slack.socketMode.spreads = 'in turn';
  const admin = person('UADMIN');
  await admin.press(await admin.command('/buddy', 'admin'), 'questions.post');
  await until(() => admin.modal !== undefined);
  slack.socketMode.spreads = 'to each';
  await admin.submit(admin.modal as View, { first: 'What made you smile?', second: 'What made you sigh?' });
  expect(await db.selectFrom('question_sets').select('week').execute()).toHaveLength(1);
  slack.socketMode.spreads = 'in turn';
});

test('one stands still: what it did not acknowledge is handled by the other, and not again when it wakes', async () => {
  const askers = [person('UCLEO'), person('UDAN')];
  const invited = [person('UEVA'), person('UFAY')];
  // Not in the middle of a transaction: on SQLite nobody else could write then.
  await sent();
  one.signal('SIGSTOP');
  for (const [index, asker] of askers.entries()) {
    const { status } = await asker.command('/buddy', invited[index]?.mention);
    if (status !== 200) expect((await slack.redeliver()).status).toBe(200);
  }
  await until(() => invited.every(({ inbox }) => inbox.length > 0));
  one.signal('SIGCONT');
  await until(async () => (await fetch(`${one.url}/readyz`)).status === 200);
  await sent();
  expect(await invitationsBy(...askers)).toBe(2);
  expect(invited.map(({ inbox }) => inbox.length)).toEqual([1, 1]);
}, 60_000);

test('Slack refreshes one connection, then one process stops and another starts: nobody is left without an answer', async () => {
  await bothConnected();
  const answers: number[] = [];
  let isOver = false;
  const asking = (async () => {
    while (!isOver) answers.push((await person('UANA').command('/buddy', 'help')).text.length);
  })();
  try {
    for (const reason of ['refresh_requested', 'warning'] as const) {
      const { greeted } = slack.socketMode;
      slack.socketMode.disconnect(reason, 'oldest');
      await until(() => slack.socketMode.greeted > greeted);
      await bothConnected();
    }
    const asked = Date.now();
    one.signal('SIGTERM');
    expect(await one.exited).toBe(0);
    expect(Date.now() - asked).toBeLessThan(10_000);
    one = await startProgram(environment);
    await bothConnected();
    const soFar = answers.length;
    await until(() => answers.length > soFar + 4);
  } finally {
    // Whatever went wrong above is what is told, and not that nobody answers once both processes are gone.
    isOver = true;
  }
  await asking;
  expect(answers.filter((length) => length === 0)).toEqual([]);
  await until(() => answered(one) > 0);
  expect(slack.complaints).toEqual([]);
}, 60_000);
