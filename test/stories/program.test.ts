import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { intentNames } from '../../src/bot/intent-names.ts';
import { mondayOf, weekOf } from '../../src/calendar/iso-week.ts';
import { instantAt } from '../../src/calendar/local-time.ts';
import { sqlitePath } from '../../src/db/database-url.ts';
import { databaseUnderTest, type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { until } from '../support/hospital.ts';
import { leasesRunOut } from '../support/leases.ts';
import { nobody, type Running, runCommand, runMain, startCommand, startProgram } from '../support/program.ts';
import type { Person } from '../support/slack/person.ts';
import { button } from '../support/slack/read.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import type { Message } from '../support/slack/types.ts';

let folder: string;
let slack: Slack;
let database: FreshDatabase;
let environment: Record<string, string>;
const running: Running[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'buddy-program-'));
  slack = await startSlack();
  database = await freshDatabase('empty');
  environment = {
    ...slack.env(),
    DATABASE_URL: database.url,
    SLACK_MESSAGES_PER_MINUTE: '1000000000',
  };
});
afterEach(async () => {
  for (const program of running.splice(0)) {
    program.signal('SIGKILL');
    await program.exited;
  }
  await slack.stop();
  await database.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** What is about the file, and has nothing like it on a server. */
const onSqlite = (name: string, run: () => Promise<void>): void => {
  if (databaseUnderTest === 'sqlite') test(name, run);
};

async function start(): Promise<Running> {
  const program = await startProgram(environment);
  running.push(program);
  slack.connectTo(program.url);
  return program;
}

/** So many clinicians in one time zone, in pairs. */
async function pairs(count: number): Promise<Person[]> {
  const people = Array.from({ length: count * 2 }, (_, index) =>
    slack.person(`UP${index}`, { name: `Person Number${index}`, tz: 'Europe/London' }),
  );
  for (let index = 0; index < people.length; index += 2) {
    const [one, other] = [people[index] as Person, people[index + 1] as Person];
    await one.command('/buddy', other.mention);
    await until(() => other.inbox.length > 0);
    await other.press(other.inbox[0] as Message, 'pairing.accept');
    await until(() => one.inbox.length > 0);
  }
  return people;
}

function nextMondayAtNine(): string {
  const week = weekOf(Date.now() + 7 * 86_400_000, 'Europe/London');
  return new Date(instantAt(mondayOf(week), 9 * 60, 'Europe/London')).toISOString();
}

function nudges(person: Person): number {
  return person.inbox.filter((message) => button(message, 'checkins.acknowledge') !== undefined).length;
}

test('the command line plans and sends beside a running server, and nobody gets a second nudge', async () => {
  await start();
  const people = await pairs(3);
  const at = nextMondayAtNine();
  await (people[0] as Person).command('/buddy', 'pause');

  const forecast = await runCommand(['nudge', '--at', at, '--dry-run'], environment);
  expect(forecast).toMatchObject({
    code: 0,
    stdout: '5  due\n1  paused\n0  unpaired\n0  no nudge this week\n0  missed\n0  not due\n',
  });
  expect(people.map(nudges)).toEqual([0, 0, 0, 0, 0, 0]);
  const ask = (named: string, ...more: string[]) =>
    runCommand(['nudge', '--at', at, ...more, '--person', named], environment);
  const asked = await ask(`slack:${people[0]?.id}`, '--dry-run');
  expect([asked.code, asked.stdout]).toEqual([
    0,
    expect.stringMatching(/^slack:U\S+ gets nothing .* paused.*\n$/),
  ]);
  expect(await ask('slack:U0NOBODY', '--dry-run')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('knows nobody called slack:U0NOBODY'),
  });
  expect(await ask(`slack:${people[0]?.id}`)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--dry-run'),
  });

  const atOnce = [1, 2, 3].map(() => runCommand(['nudge', '--at', at], environment));
  expect((await Promise.all(atOnce)).map(({ code }) => code)).toEqual([0, 0, 0]);
  expect((await runCommand(['nudge', '--at', at], environment)).code).toBe(0);
  expect(people.map(nudges)).toEqual([0, 1, 1, 1, 1, 1]);
});

test('killed between sending and recording: everybody gets their nudge after the next start, few get it twice', async () => {
  const program = await start();
  const people = await pairs(6);
  program.signal('SIGKILL');
  await program.exited;
  slack.latencyMs = 300;
  const at = nextMondayAtNine();
  const first = startCommand(['nudge', '--at', at], environment);
  await until(
    () => slack.callsOf('chat.postMessage').filter((call) => call.answered).length >= people.length + 5,
  );
  await first.kill();
  await leasesRunOut(database.url);

  slack.latencyMs = 0;
  const second = await runCommand(['nudge', '--at', at], environment);
  expect(second.code).toBe(0);
  const received = people.map(nudges);
  expect(received.every((count) => count >= 1)).toBe(true);
  expect(received.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(people.length + 8);
  expect(slack.maxInFlight).toBeLessThanOrEqual(8);
}, 60_000);

test('on SIGTERM it stops taking work, gives back what it holds and is gone', async () => {
  const program = await start();
  const asked = Date.now();
  program.signal('SIGTERM');
  expect(await program.exited).toBe(0);
  expect(Date.now() - asked).toBeLessThan(10_000);
});

test('half a configuration is refused with every fault named in one message', async () => {
  const refused = await runMain({
    SLACK_BOT_TOKEN: 'xoxp-1',
    BUDDY_TIME_ZONE: 'Mars/Olympus',
    BUDDY_NUDGE_TIME: '25:00',
    BUDDY_ADMINS: 'wil',
    PORT: 'many',
    DATABASE_URL: 'mysql://x',
  });
  expect(refused.code).toBe(1);
  for (const variable of [
    ...['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'BUDDY_TIME_ZONE', 'BUDDY_NUDGE_TIME'],
    ...['BUDDY_ADMINS', 'PORT', 'DATABASE_URL'],
  ]) {
    expect(refused.stderr).toContain(variable);
  }
  expect(refused.stderr).not.toContain('xoxp-1');
  expect(refused.stderr).not.toMatch(/\n\s+at /);
});

test('check says which token is wrong and which scope is missing, and prints no token', async () => {
  expect(await runCommand(['check'], environment)).toMatchObject({ code: 0 });
  const wrong = await runCommand(['check'], { ...environment, SLACK_BOT_TOKEN: 'xoxb-wrong' });
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toContain('SLACK_BOT_TOKEN (invalid_auth)');
  expect(wrong.stdout + wrong.stderr).not.toContain('xoxb-wrong');

  const narrow = await startSlack({ scopes: ['commands', 'chat:write'] });
  const lacking = await runCommand(['check'], { ...environment, ...narrow.env() });
  await narrow.stop();
  expect(lacking.code).toBe(1);
  expect(lacking.stderr).toContain('im:write, users:read');
});

onSqlite('a backup made while Buddy runs can be put in the place of the database', async () => {
  const program = await start();
  const [ana] = await pairs(1);
  mkdirSync(join(folder, 'copies'));
  const copy = join(folder, 'copies', 'buddy-copy.db');
  expect(await runCommand(['backup', copy], environment)).toMatchObject({ code: 0 });
  expect((await runCommand(['backup', copy], environment)).stderr).toContain('exists already');
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  program.signal('SIGTERM');
  await program.exited;

  environment.DATABASE_URL = `sqlite:${copy}`;
  await start();
  const status = await (ana as Person).command('/buddy', 'status');
  expect(JSON.stringify(status.body)).toContain('UP1');
});

onSqlite(
  'a backup into a folder of others takes over nothing that lies there, and says where it went',
  async () => {
    await runCommand(['migrate'], environment);
    chmodSync(folder, 0o777);
    const copy = join(folder, 'copy.db');
    writeFileSync(`${copy}.unfinished`, '');
    if (nobody.uid !== undefined && nobody.gid !== undefined)
      chownSync(`${copy}.unfinished`, nobody.uid, nobody.gid);
    symlinkSync('nowhere', join(folder, 'link.db'));

    const called = { ...environment, npm_lifecycle_event: 'buddy', INIT_CWD: folder };
    const made = await runCommand(['backup', 'copy.db'], called);
    expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining(`Copied to ${copy}.`) });
    const { uid, mode } = statSync(copy);
    expect([uid, mode & 0o777]).toEqual([process.getuid?.(), 0o600]);
    expect(statSync(`${copy}.unfinished`).size).toBe(0);
    for (const taken of ['copy.db', 'link.db']) {
      const refused = await runCommand(['backup', taken], called);
      expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining(`${taken} exists already`) });
    }
    expect(readdirSync(folder).sort()).toEqual(['copy.db', 'copy.db.unfinished', 'link.db']);
  },
);

onSqlite('a backup to a pipe that hangs, and is killed, leaves no copy behind', async () => {
  await runCommand(['migrate'], environment);
  const beside = dirname(sqlitePath(database.url));
  const before = readdirSync(beside);
  const command = startCommand(['backup', '-'], environment);
  await command.writes();
  await command.kill();
  expect(readdirSync(beside).filter((name) => !before.includes(name) && name.startsWith('.'))).toEqual([]);
});

onSqlite('the database file and its companions are readable by their owner alone', async () => {
  const file = sqlitePath(database.url);
  writeFileSync(file, '');
  chmodSync(file, 0o644);
  await start();
  await pairs(1);
  for (const suffix of ['', '-wal', '-shm']) {
    expect(statSync(`${file}${suffix}`).mode & 0o777).toBe(0o600);
  }
});

test('at the most talkative log level there is no name, no text, no id of a person and no secret in the log', async () => {
  environment.LOG_LEVEL = 'trace';
  const program = await start();
  const [ana] = await pairs(1);
  await (ana as Person).command('/buddy', 'my patient Zebediah died and I am lost');
  await (ana as Person).command('/buddy', 'status');
  const log = program.output();
  expect(log).toContain('answered');
  // Nor what was asked for: in a small pilot, that and its time are a person.
  expect(log).toContain('"class":"write"');
  for (const intent of intentNames) expect(log).not.toContain(`"${intent}"`);
  for (const secret of ['Zebediah', 'Person', 'Number', 'UP0', 'UP1', slack.botToken, slack.signingSecret]) {
    expect(log).not.toContain(secret);
  }
});

test('commands with bad input answer in one clear line and change nothing', async () => {
  for (const words of [
    ['nudge', '--at', 'monday'],
    ['nudge', '--at', '2026-11-30T09:00:00'],
    ['backup', join(folder, 'x.db')],
  ]) {
    const refused = await runCommand(words, environment);
    expect(refused.code).toBe(1);
    expect(refused.stderr.trim().split('\n')).toHaveLength(1);
  }
  expect((await runCommand(['questions', 'check'], {})).stdout).toContain('all good');
});
