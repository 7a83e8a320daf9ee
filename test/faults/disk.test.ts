import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import SqliteFile from 'better-sqlite3';
import { installedForNobody } from '../support/for-nobody.ts';
import { until } from '../support/hospital.ts';
import { nobody, type Running, runCommand, runMain, startProgram } from '../support/program.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';

let folder: string;
let slack: Slack;
let environment: Record<string, string>;
let program: Running | null = null;
/** What a test has to take back: a mounted disk, a copy of the program. */
const undo: (() => void)[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'buddy-disk-'));
  chmodSync(folder, 0o755);
  slack = await startSlack();
  environment = { ...slack.env(), DATABASE_URL: `sqlite:${join(folder, 'data/buddy.db')}` };
});
afterEach(async () => {
  program?.signal('SIGKILL');
  await program?.exited;
  program = null;
  await slack.stop();
  for (const one of undo.splice(0)) one();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<Running> {
  program = await startProgram(environment);
  slack.connectTo(program.url);
  return program;
}

/** A disk of its own for the data, so small that it can be filled. False where this machine does not let us. */
function smallDisk(kib: number): boolean {
  const place = join(folder, 'data');
  mkdirSync(place);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', place], { stdio: 'ignore' });
  } catch {
    console.log('skipped: a small disk needs the right to mount one.');
    return false;
  }
  undo.push(() => void execFileSync('umount', [place]));
  return true;
}

/** Takes all the room that is left; returns what gives it back. */
function fillDisk(): () => void {
  const filler = join(folder, 'data/filler');
  try {
    for (;;) appendFileSync(filler, Buffer.alloc(65_536));
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  }
  return () => rmSync(filler);
}

async function readiness(url: string): Promise<string> {
  const response = await fetch(`${url}/readyz`);
  return `${response.status} ${(await response.text()).trim()}`;
}

const full = '503 The disk is full: the database cannot be written. Make room; Buddy goes on by itself.';

test('a disk that is full at the start is said in one line, by the server and by a command', async () => {
  if (!smallDisk(64)) return;
  for (const refused of [await runMain(environment), await runCommand(['migrate'], environment)]) {
    expect(refused.code).toBe(1);
    expect(refused.stderr.trim()).toMatch(
      /^The database named by DATABASE_URL cannot be used \(\w+\)\. The disk is full: .*$/,
    );
  }
});

test('a disk that fills up is said in words, and with room again everything goes on by itself', async () => {
  if (!smallDisk(6_000)) return;
  const { url, output } = await start();
  const amira = slack.person('UAMIRA1', { name: 'Amira Hassan', tz: 'Europe/London' });
  const ben = slack.person('UBEN222', { name: 'Ben Okafor', tz: 'Europe/London' });
  await amira.command('/buddy', ben.mention);
  await until(() => ben.inbox.length > 0);

  const giveBack = fillDisk();
  await until(async () => (await readiness(url)) === full);
  for (let index = 0; index < 30; index += 1) await amira.command('/buddy', 'pause');
  expect(await readiness(url)).toBe(full);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('buddy_ready 0');
  const errors = output()
    .split('\n')
    .filter((line) => line.includes('The disk is full'));
  expect(errors).toHaveLength(1);

  giveBack();
  await until(async () => (await readiness(url)) === '200 ready');
  await until(() => output().includes('The database can be used again.'));
  const [invitation] = ben.inbox;
  if (invitation === undefined) throw new Error('no invitation');
  await ben.press(invitation, 'pairing.accept');
  await until(() => amira.inbox.length > 0);
}, 60_000);

test('a file that another program holds locked is said in words, and nobody waits for it meanwhile', async () => {
  const { url, output } = await start();
  const amira = slack.person('UAMIRA1', { name: 'Amira Hassan', tz: 'Europe/London' });
  const other = new SqliteFile(join(folder, 'data/buddy.db'));
  other.exec('begin immediate');
  try {
    await until(async () => (await readiness(url)).startsWith('503 '));
    const asked = Date.now();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(Date.now() - asked).toBeLessThan(1_000);
    const words = 'Another program holds the database locked.';
    await until(async () => (await readiness(url)).includes(words));
    expect(output()).toContain(words);
  } finally {
    other.close();
  }
  await until(async () => (await readiness(url)) === '200 ready');
  await amira.command('/buddy', 'invite');
  expect(JSON.stringify(amira.ephemerals)).toMatch(/join [A-Z0-9]/i);
}, 60_000);

test('a file that is locked at the start is said in one line, by the server and by a command', async () => {
  mkdirSync(join(folder, 'data'));
  const other = new SqliteFile(join(folder, 'data/buddy.db'));
  other.exec('begin exclusive');
  const all = await Promise.all([runMain(environment), runCommand(['migrate'], environment)]);
  other.close();
  for (const refused of all) {
    expect(refused.code).toBe(1);
    expect(refused.stderr.trim()).toMatch(
      /^The database named by DATABASE_URL cannot be used \(SQLITE_BUSY\)\. Another program holds .*$/,
    );
  }
}, 60_000);

test('a folder or file that is read-only is said in one line', async () => {
  const data = join(folder, 'data');
  mkdirSync(data);
  chmodSync(data, 0o555);
  const { folder: cwd, remove } = installedForNobody();
  undo.push(remove);
  const noFile = await runMain(environment, { ...nobody, cwd });
  expect(noFile).toMatchObject({ code: 1 });
  expect(noFile.stderr.trim()).toMatch(/^The database named by DATABASE_URL .*owner and permissions[^\n]*$/);
  const noPlayground = await runMain({ DATABASE_URL: environment.DATABASE_URL ?? '' }, { ...nobody, cwd });
  expect(noPlayground.stderr.trim()).toMatch(
    /^The database named by DATABASE_URL .*owner and permissions[^\n]*$/,
  );

  chmodSync(data, 0o755);
  expect(await runCommand(['migrate'], environment)).toMatchObject({ code: 0 });
  chmodSync(join(data, 'buddy.db'), 0o444);
  const readOnly = await runCommand(['migrate'], environment, { ...nobody, cwd });
  expect(readOnly).toMatchObject({ code: 1 });
  expect(readOnly.stderr.trim()).toMatch(
    /^The database named by DATABASE_URL .*owner and permissions[^\n]*$/,
  );
}, 60_000);
