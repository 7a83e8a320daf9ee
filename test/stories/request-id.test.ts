import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { until } from '../support/hospital.ts';
import { type Running, startProgram } from '../support/program.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';

let folder: string;
let slack: Slack;
let program: Running;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'buddy-request-'));
});
afterEach(async () => {
  program.signal('SIGKILL');
  await program.exited;
  await slack.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Line {
  readonly msg: string;
  readonly request?: string;
}

function lines(): Line[] {
  const written = program.output().split('\n');
  return written.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Line);
}

test.each(['HTTP', 'Socket Mode'])(
  'over %s all lines of one event carry one id, and the next event another',
  async (way) => {
    slack = await startSlack();
    const settings = slack.env({ socketMode: way === 'Socket Mode' });
    program = await startProgram({ ...settings, DATABASE_URL: `sqlite:${join(folder, `${way}.db`)}` });
    if (way === 'HTTP') slack.connectTo(program.url);
    const amira = slack.person('UAMIRA1', { name: 'Amira Hassan', tz: 'Europe/London' });
    const requests = (message: string): (string | undefined)[] =>
      lines()
        .filter(({ msg }) => msg === message)
        .map(({ request }) => request);

    slack.fault('views.open', { kind: 'error', error: 'expired_trigger_id', times: 2 });
    await amira.command('/buddy', 'join');
    await until(() => amira.ephemerals.length > 0);
    for (const times of [1, 2]) {
      await amira.press(amira.ephemerals[0] ?? {}, 'pairing.join');
      await until(() => requests('a modal did not open').length === times);
    }
    const [command, first, second] = requests('answered');
    expect(first).toMatch(/^[0-9a-f]{12}$/);
    expect(second).toMatch(/^[0-9a-f]{12}$/);
    expect(new Set([command, first, second]).size).toBe(3);
    expect(requests('a modal did not open')).toEqual([first, second]);
    expect(requests('Buddy is listening')).toEqual([undefined]);
  },
);
