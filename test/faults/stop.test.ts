import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import SqliteFile from 'better-sqlite3';
import { until } from '../support/hospital.ts';
import { type Running, startProgram } from '../support/program.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import { type Pace, paces } from './support/paces.ts';

let folder: string;
let slack: Slack;
let program: Running;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'buddy-stop-'));
  slack = await startSlack();
});
afterEach(async () => {
  program.signal('SIGKILL');
  await program.exited;
  await slack.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function begin({ environment }: Pace): Promise<void> {
  program = await startProgram({
    ...slack.env(),
    DATABASE_URL: `sqlite:${join(folder, 'buddy.db')}`,
    ...environment,
  });
  slack.connectTo(program.url);
}

function people(count: number) {
  return Array.from({ length: count }, (_, index) =>
    slack.person(`UP${index}`, { name: `Person Number${index}`, tz: 'Europe/London' }),
  );
}

/** Ends the program as a service manager would; says how it went. */
async function terminate(): Promise<{ readonly code: number | null; readonly ms: number }> {
  const asked = Date.now();
  program.signal('SIGTERM');
  const code = await program.exited;
  return { code, ms: Date.now() - asked };
}

/** How many messages are in each state. */
function outbox(): Record<string, number> {
  const file = new SqliteFile(join(folder, 'buddy.db'), { readonly: true });
  const rows = file.prepare('select status, count(*) as rows from outbox group by status').all();
  file.close();
  return Object.fromEntries(
    (rows as { status: string; rows: number }[]).map((row) => [row.status, row.rows]),
  );
}

describe.each(paces)('$name', (pace) => {
  beforeEach(() => begin(pace));

  test('under load: /readyz turns false first, anyone who is let in is answered, and what is sent is recorded', async () => {
    slack.latencyMs = 50;
    const everybody = people(40);
    for (let index = 0; index < 40; index += 2) {
      await everybody[index]?.command('/buddy', everybody[index + 1]?.mention ?? '');
    }
    const answers: string[] = [];
    let isOver = false;
    const load = Array.from({ length: 8 }, async (_, index) => {
      while (!isOver) {
        const answer = await everybody[index]?.command('/buddy', 'status');
        answers.push(answer?.status === 200 ? '200' : `${answer?.status} ${answer?.text}`);
        if (answer?.status !== 200) await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    await until(() => answers.length > 50);
    const ended = terminate();
    await until(async () => (await fetch(`${program.url}/readyz`)).status === 503);
    const atNotReady = answers.length;
    await until(() => answers.length > atNotReady + 8);
    const { code, ms } = await ended;
    isOver = true;
    await Promise.all(load);

    expect(code).toBe(0);
    expect(ms).toBeLessThan(10_000);
    expect(new Set(answers.slice(0, atNotReady + 8))).toEqual(new Set(['200']));
    // Who comes later is turned away or finds nobody; at most one for each connection is cut off as the door closes.
    const others = answers.filter((answer) => !/^(200|503 |0 connect ECONNREFUSED.*)$/.test(answer));
    expect(others.length).toBeLessThanOrEqual(load.length);
    expect(others.filter((answer) => !answer.includes('ECONNRESET'))).toEqual([]);
    const { claimed = 0, sent = 0 } = outbox();
    expect(claimed).toBe(0);
    expect(slack.callsOf('chat.postMessage').filter((call) => call.answered)).toHaveLength(sent);
  }, 60_000);

  test('while a delivery hangs: gone inside 10 seconds, and the message is handed back', async () => {
    const [amira, ben] = people(2);
    slack.fault('chat.postMessage', { kind: 'hang', times: Infinity });
    await amira?.command('/buddy', ben?.mention ?? '');
    await until(() => slack.callsOf('chat.postMessage').length > 0);
    const { code, ms } = await terminate();
    expect(code).toBe(0);
    expect(ms).toBeLessThan(10_000);
    expect(outbox()).toEqual({ waiting: 1 });
  }, 60_000);

  test('while Slack does not answer who someone is: gone inside 10 seconds', async () => {
    slack.fault('users.info', { kind: 'hang', times: Infinity });
    const [amira, ben] = people(2);
    void amira?.command('/buddy', ben?.mention ?? '').catch(() => {});
    await until(() => slack.callsOf('users.info').length > 0);
    const { code, ms } = await terminate();
    expect(code).toBe(0);
    expect(ms).toBeLessThan(10_000);
  }, 60_000);
});
