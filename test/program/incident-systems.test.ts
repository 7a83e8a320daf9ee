import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/db/open.ts';
import { aReport, asWritten, IncidentSystem } from '../support/incident-system.ts';
import { type Running, runCommand, runMain, startProgram } from '../support/program.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';

const run = promisify(execFile);
const secret = randomBytes(32);
const manual = readFileSync(new URL('../../docs/support-incident-systems.md', import.meta.url), 'utf8');

let folder: string;
let slack: Slack;
let environment: Record<string, string>;
let program: Running | undefined;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'buddy-incidents-'));
  slack = await startSlack();
  environment = {
    ...slack.env(),
    DATABASE_URL: `sqlite:${join(folder, 'buddy.db')}`,
    BUDDY_SUPPORT_KEYS: join(folder, 'keys'),
  };
});
afterEach(async () => {
  program?.signal('SIGKILL');
  await program?.exited;
  program = undefined;
  await slack.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(more: Record<string, string> = {}): Promise<string> {
  program = await startProgram({ ...environment, ...more });
  return program.url;
}

async function opened(): Promise<number> {
  const db = openDatabase(environment.DATABASE_URL ?? '');
  try {
    return (await db.selectFrom('referrals').select('id').execute()).length;
  } finally {
    await db.destroy();
  }
}

test('the lines of the manual ask for support, with the secret in a file', async () => {
  const file = join(folder, 'secret');
  writeFileSync(file, `${asWritten(secret)}\n`);
  const url = await start({ BUDDY_REFERRALS_SECRET_FILE: file });
  const [, lines = ''] = /```sh\n(.*?)```/s.exec(manual) ?? [];
  const { stdout } = await run('sh', ['-euc', lines], {
    env: { PATH: process.env.PATH, BUDDY_URL: url, BUDDY_REFERRALS_SECRET: asWritten(secret) },
  });
  expect(JSON.parse(stdout)).toEqual({ referred: 1 });
  expect(await opened()).toBe(1);
  expect(program?.output()).not.toMatch(/Elif|0142/);
});

test('a report that comes again after a crash is the same one', async () => {
  const settings = { BUDDY_REFERRALS_SECRET: `AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA ${asWritten(secret)}` };
  for (const time of ['first', 'again']) {
    const url = await start(settings);
    const system = new IncidentSystem(() => url, secret);
    expect([time, await system.reports(aReport, { id: 'report-1' })]).toMatchObject([
      time,
      { status: 202, body: { referred: 1 } },
    ]);
    program?.signal('SIGKILL');
    await program?.exited;
  }
  expect(await opened()).toBe(1);
});

test('there is nothing at that door where no secret is set', async () => {
  const url = await start();
  const system = new IncidentSystem(() => url, secret);
  const body = JSON.stringify(aReport);
  const answer = await fetch(`${url}/support/referrals`, {
    method: 'POST',
    headers: system.headers(body),
    body,
  });
  expect(answer.status).toBe(404);
  expect((await fetch(`${url}/support/referrals`)).status).toBe(404);
});

test.each([
  ['is too short', { BUDDY_REFERRALS_SECRET: 'c2hvcnQ=' }],
  ['is no base64', { BUDDY_REFERRALS_SECRET: 'whsec_correct-horse-battery-staple-correct' }],
  ['is one of three', { BUDDY_REFERRALS_SECRET: Array(3).fill(asWritten(secret)).join(',') }],
  ['is in a file that isn’t there', { BUDDY_REFERRALS_SECRET_FILE: '/nowhere/secret' }],
  [
    'stands twice',
    { BUDDY_REFERRALS_SECRET: asWritten(secret), BUDDY_REFERRALS_SECRET_FILE: '/nowhere/secret' },
  ],
])('check and the start name a secret that %s, and don’t print it', async (_what, settings) => {
  const tried = [
    runCommand(['check'], { ...environment, ...settings }),
    runMain({ ...environment, ...settings }),
  ];
  for (const { code, stderr } of await Promise.all(tried)) {
    expect([code, stderr.trim()]).toEqual([
      1,
      expect.stringMatching(/^BUDDY_REFERRALS_SECRET(_FILE)? [^\n]+$/),
    ]);
    expect(stderr).not.toMatch(/c2hvcnQ|horse/);
    expect(stderr).not.toContain(secret.toString('base64'));
  }
});
