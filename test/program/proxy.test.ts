import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mondayOf, weekOf } from '../../src/calendar/iso-week.ts';
import { instantAt } from '../../src/calendar/local-time.ts';
import { until } from '../support/hospital.ts';
import { type Running, runCommand, startProgram } from '../support/program.ts';
import { type HospitalProxy, startProxy, whyNoProxy } from '../support/proxy.ts';
import { button } from '../support/slack/read.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import { startTeams } from '../support/teams/stand-in.ts';
import type { Teams } from '../support/teams/teams.ts';
import { codeIn } from '../support/two-platforms.ts';

const why = whyNoProxy();
if (why !== null) console.log(`skipped: behind a hospital's proxy, since ${why}.`);

/** The hospital lets nothing out but through its proxy, which looks into everything with a certificate of its own. */
(why === null ? describe : describe.skip)("behind a hospital's proxy", () => {
  let slack: Slack;
  let teams: Teams;
  let proxy: HospitalProxy;
  let folder: string;
  let environment: Record<string, string>;
  let program: Running | null;

  beforeAll(async () => {
    slack = await startSlack();
    teams = await startTeams();
    proxy = await startProxy((host) => `http://${host.endsWith('slack.com') ? slack.host : teams.host}`);
  });
  afterAll(async () => {
    await proxy.stop();
    await teams.stop();
    await slack.stop();
  });
  beforeEach(() => {
    program = null;
    folder = mkdtempSync(join(tmpdir(), 'buddy-proxied-'));
    environment = {
      ...teams.env(),
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      DATABASE_URL: `sqlite:${folder}/buddy.db`,
      HTTPS_PROXY: proxy.url,
      NODE_EXTRA_CA_CERTS: proxy.certificate,
    };
  });
  afterEach(async () => {
    program?.signal('SIGKILL');
    await program?.exited;
    rmSync(folder, { recursive: true, force: true });
  });

  test('Socket Mode connects, and a command is answered over it', async () => {
    const { SLACK_SIGNING_SECRET: _none, ...rest } = environment;
    program = await startProgram({ ...rest, SLACK_APP_TOKEN: slack.appToken });
    expect(slack.socketMode.connections).toBe(1);
    expect(proxy.asked).toContain('wss-primary.slack.com:443');
    const answer = await slack.person('U0BEN', { name: 'Ben' }).command('/buddy', 'help');
    expect(JSON.stringify(answer.body)).toContain('status');
  }, 60_000);

  test('a Monday arrives on both platforms, and a buddy answers across them', async () => {
    const before = proxy.asked.length;
    program = await startProgram(environment);
    slack.connectTo(program.url);
    teams.connectTo(program.url);
    const ana = slack.person('U0ANA', { name: 'Ana Silva', tz: 'Europe/London' });
    const rosa = teams.person('rosa', { name: 'Rosa Díaz', tz: 'Europe/London' });
    await rosa.installs();
    const { shown } = await rosa.says('invite');
    await ana.command('/buddy', `join ${codeIn(JSON.stringify(shown))}`);
    const week = weekOf(Date.now() + 7 * 86_400_000, 'Europe/London');
    const at = new Date(instantAt(mondayOf(week), 9 * 60, 'Europe/London')).toISOString();
    const nudged = await runCommand(['nudge', '--at', at], environment);
    expect(nudged).toMatchObject({ code: 0, stdout: '2 members were due.\n' });
    const hasQuestions = (text: string) => text.includes('checkins.acknowledge');
    await until(() => ana.inbox.some((message) => button(message, 'checkins.acknowledge') !== undefined));
    await until(() => rosa.inbox.some((message) => hasQuestions(JSON.stringify(message.card))));
    const reached = new Set(proxy.asked.slice(before).map((host) => host.replace(/:443$/, '')));
    expect([...reached].sort()).toEqual([
      'login.botframework.com',
      'login.microsoftonline.com',
      'slack.com',
      'smba.trafficmanager.net',
    ]);
  }, 60_000);

  test('check says that all is well, with the settings in a file', async () => {
    const lines = Object.entries(environment).map(([name, value]) => `${name}=${value}\n`);
    writeFileSync(join(folder, '.env'), lines.join(''));
    expect(await runCommand(['check'], {}, { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
  });

  test('check says what is wrong with the proxy, and never its password', async () => {
    for (const [change, said] of [
      [{ HTTPS_PROXY: proxy.url.replace('pass%20word', 'SECRET') }, 'name or password (407)'],
      [{ HTTPS_PROXY: 'http://buddy:SECRET@127.0.0.1:9' }, "can't be reached (ECONNREFUSED)"],
      [{ HTTPS_PROXY: 'proxy.hospital.example:3128' }, 'HTTPS_PROXY must be an address'],
      [{ NODE_EXTRA_CA_CERTS: join(folder, 'none.pem') }, 'NODE_EXTRA_CA_CERTS names'],
      [{ NODE_EXTRA_CA_CERTS: import.meta.filename }, 'which has no certificate'],
    ] as const) {
      const { code, stdout, stderr } = await runCommand(['check'], { ...environment, ...change });
      expect([said, code, stderr]).toEqual([said, 1, expect.stringContaining(said)]);
      expect(stdout + stderr).not.toContain('SECRET');
    }
  }, 60_000);
});
