import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readConfig, requireServable } from '../../src/config/config.ts';
import { ConfigFault } from '../../src/config/config-fault.ts';
import { playgroundFile } from '../../src/playground/parts.ts';
import { type Running, runMain, startProgram } from '../support/program.ts';
import { startSlack } from '../support/slack/stand-in.ts';

let folder: string;
let environment: Record<string, string>;
const running: Running[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'buddy-start-'));
  environment = { DATABASE_URL: `sqlite:${join(folder, 'buddy.db')}` };
});
afterEach(async () => {
  for (const program of running.splice(0)) {
    program.signal('SIGKILL');
    await program.exited;
  }
  rmSync(folder, { recursive: true, force: true });
});

async function start(more: Record<string, string> = {}): Promise<Running> {
  const program = await startProgram({ ...environment, ...more });
  running.push(program);
  return program;
}

describe('without a platform', () => {
  test('npm start opens the playground and says where, in one line', async () => {
    const program = await start();
    const lines = program.output().split('\n');
    expect(lines.filter((line) => line.includes('playground'))).toEqual([
      `Buddy's playground is open: ${program.url}`,
    ]);
    expect((await fetch(program.url)).headers.get('content-type')).toContain('text/html');
    expect(existsSync(join(folder, 'buddy.db'))).toBe(false);
    for (const suffix of ['', '-wal', '-shm']) {
      expect(statSync(join(folder, `playground.db${suffix}`)).mode & 0o777).toBe(0o600);
    }
  });

  test('each start begins a fresh ward, also after what was no ward', async () => {
    writeFileSync(join(folder, 'playground.db'), 'no database at all');
    writeFileSync(join(folder, 'playground.db-wal'), 'nor this');
    const first = await start();
    const say = { method: 'POST', headers: { 'content-type': 'application/json' } };
    const body = JSON.stringify({ person: 'ana', text: '/buddy invite' });
    await fetch(`${first.url}/playground/say`, { ...say, body });
    const held = async ({ url }: Running) =>
      (await (await fetch(`${url}/playground/held?person=ana`)).json()) as { rows: unknown[] }[];
    expect((await held(first)).flatMap(({ rows }) => rows)).not.toEqual([]);
    first.signal('SIGKILL');
    await first.exited;
    const second = await start();
    expect((await held(second)).flatMap(({ rows }) => rows)).toEqual([]);
  });

  test('a second start on the same port leaves the first one its ward', async () => {
    const first = await start();
    const refused = await runMain({ ...environment, PORT: new URL(first.url).port });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('PORT');
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
    expect(existsSync(join(folder, 'playground.db-wal'))).toBe(true);
  });

  test('SIGTERM ends it at once, with pages listening', async () => {
    const program = await start();
    const live = await fetch(`${program.url}/playground/live?person=ana`);
    const asked = Date.now();
    program.signal('SIGTERM');
    expect(await program.exited).toBe(0);
    expect(Date.now() - asked).toBeLessThan(5_000);
    await live.text();
  });

  test('PLAYGROUND=false says that no platform is configured', async () => {
    const refused = await runMain({ ...environment, PLAYGROUND: 'false' });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('SLACK_BOT_TOKEN');
    expect(refused.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('nothing of the ward is in the log at the most talkative level', async () => {
    const program = await start({ LOG_LEVEL: 'trace' });
    const headers = { 'content-type': 'application/json' };
    for (const text of ['my patient Zebediah died', '/buddy @Ben Okafor', '/buddy status']) {
      const body = JSON.stringify({ person: 'ana', text });
      await fetch(`${program.url}/playground/say`, { method: 'POST', headers, body });
    }
    expect(program.output()).toContain('answered');
    expect(program.output()).not.toMatch(/Zebediah|Okafor|Ana Silva|"ana"|"ben"/);
  });
});

describe('with Slack', () => {
  test('it is off, unless PLAYGROUND is true; then both stand side by side and share nothing', async () => {
    const slack = await startSlack();
    try {
      const without = await start(slack.env());
      expect(without.output()).not.toContain('playground');
      expect((await fetch(without.url)).status).toBe(404);
      expect((await fetch(`${without.url}/playground/state?person=ana`)).status).toBe(404);
      expect(existsSync(join(folder, 'playground.db'))).toBe(false);
      without.signal('SIGTERM');
      expect(await without.exited).toBe(0);

      const both = await start({ ...slack.env(), PLAYGROUND: 'true', BUDDY_ADMINS: 'playground:ana' });
      expect((await fetch(both.url)).status).toBe(200);
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ person: 'ana', text: '/buddy @ben' });
      await fetch(`${both.url}/playground/say`, { method: 'POST', headers, body });
      expect(slack.callsOf('chat.postMessage')).toEqual([]);
      const state = await (await fetch(`${both.url}/playground/state?person=ana`)).json();
      expect(JSON.stringify((state as { home: unknown }).home)).not.toContain('questions.admin');
    } finally {
      await slack.stop();
    }
  });
});

describe('what cannot be', () => {
  test.each(['0.0.0.0', '192.168.1.5', '::', 'hospital.example', '127.0.0.1.nip.io'])(
    'a playground on %s is refused, and the line names both variables',
    (HOST) => {
      for (const PLAYGROUND of ['', 'true']) {
        const config = readConfig({ HOST, PLAYGROUND });
        expect(() => requireServable(config)).toThrow(ConfigFault);
        expect(() => requireServable(config)).toThrow(/HOST.*PLAYGROUND/);
      }
      const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' };
      expect(() => requireServable(readConfig({ ...slack, HOST }))).not.toThrow();
      expect(() => requireServable(readConfig({ ...slack, HOST, PLAYGROUND: 'true' }))).toThrow(/PLAYGROUND/);
    },
  );

  test.each(['127.0.0.1', 'localhost', '::1', 'LOCALHOST'])('on %s it may be served', (HOST) => {
    expect(() => requireServable(readConfig({ HOST }))).not.toThrow();
  });

  test('the program itself refuses, before it touches a file', async () => {
    const refused = await runMain({ ...environment, HOST: '0.0.0.0' });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/HOST/);
    expect(refused.stderr).toMatch(/PLAYGROUND/);
    expect(existsSync(join(folder, 'playground.db'))).toBe(false);
  });

  test('a hospital whose own file has the name of the one that is deleted at each start', async () => {
    expect(playgroundFile('sqlite:data/buddy.db')).toBe(join(process.cwd(), 'data/playground.db'));
    const file = join(folder, 'playground.db');
    writeFileSync(file, 'precious');
    const refused = await runMain({ DATABASE_URL: `sqlite:${file}`, PORT: '0' });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('DATABASE_URL');
    expect(statSync(file).size).toBe('precious'.length);
  });

  test('PLAYGROUND=maybe', () => {
    expect(() => readConfig({ PLAYGROUND: 'maybe' })).toThrow('PLAYGROUND must be true or false.');
  });
});
