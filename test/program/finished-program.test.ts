import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { until } from '../support/hospital.ts';
import { type Running, runCommand, startProgram } from '../support/program.ts';
import { SecretFiles } from '../support/secret-files.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';

let slack: Slack;
let files: SecretFiles;
let database: FreshDatabase;
let program: Running;
beforeEach(async () => {
  [slack, files, database] = [
    await startSlack({ botToken: 'xoxb-SECRET-1', signingSecret: 'SECRET-1' }),
    new SecretFiles(),
    await freshDatabase(),
  ];
  program = await startProgram({
    SLACK_API_URL: slack.apiUrl,
    ...files.holding({ SLACK_BOT_TOKEN: slack.botToken, SLACK_SIGNING_SECRET: slack.signingSecret }),
    DATABASE_URL: database.url,
    SLACK_MESSAGES_PER_MINUTE: '1000000000',
  });
  slack.connectTo(program.url);
}, 60_000);
afterEach(async () => {
  program.signal('SIGTERM');
  expect(await program.exited).toBe(0);
  await slack.stop();
  await database.remove();
  files.remove();
}, 30_000);

const count = 20;

test('which version it is, and on which Node, stands in the first line, in the numbers, and is what --version says', async () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  const node = process.versions.node;
  const [first = ''] = program.output().split('\n');
  expect(JSON.parse(first)).toMatchObject({ msg: 'Buddy starts', version, node });
  const numbers = await (await fetch(`${program.url}/metrics`)).text();
  expect(numbers).toContain(`\nbuddy_build_info{version="${version}",node="${node}"} 1\n`);
  expect(await runCommand(['--version'], {})).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
}, 60_000);

test('at SIGHUP the finished program goes on with what the files have by then, and nobody notices', async () => {
  const people = Array.from({ length: count }, (_, index) => [
    slack.person(`UA${index}`, { name: `Ana ${index}` }),
    slack.person(`UB${index}`, { name: `Ben ${index}` }),
  ]);
  const invite = async (from: number, to: number) => {
    for (const [ana, ben] of people.slice(from, to)) {
      expect((await ana?.command('/buddy', ben?.mention))?.status).toBe(200);
    }
  };
  slack.latencyMs = 30;
  await invite(0, count / 2);
  files.put('SLACK_BOT_TOKEN', 'xoxb-SECRET-2');
  files.put('SLACK_SIGNING_SECRET', 'SECRET-2');
  slack.replaces({ bot: 'xoxb-SECRET-2', signingSecret: 'SECRET-2' });
  program.signal('SIGHUP');
  await invite(count / 2, count);
  await until(() => people.every(([, ben]) => ben?.inbox.length === 1), 60_000);
  await until(() => program.output().includes('the files of secrets were read again'), 20_000);
  expect((await fetch(`${program.url}/readyz`)).status).toBe(200);
  expect(people.map(([, ben]) => ben?.inbox.length)).toEqual(Array(count).fill(1));
  for (const name of ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'])
    expect(program.output().split(`${name}_FILE has another secret in it`)).toHaveLength(2);
  expect(program.output()).not.toMatch(/SECRET-\d/);
}, 120_000);
