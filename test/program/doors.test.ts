import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { installedForNobody } from '../support/for-nobody.ts';
import { until } from '../support/hospital.ts';
import { nobody, type Running, runCommand, runMain, startProgram } from '../support/program.ts';
import { signedRequest } from '../support/slack/signer.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';

let folder: string;
let slack: Slack;
let environment: Record<string, string>;
let program: Running | undefined;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'buddy-doors-'));
  slack = await startSlack();
  environment = { ...slack.env(), DATABASE_URL: `sqlite:${join(folder, 'buddy.db')}` };
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
  slack.connectTo(program.url);
  return program.url;
}

test('a load balancer may ask by HEAD whether it lives and is ready', async () => {
  const url = await start();
  for (const path of ['healthz', 'readyz']) {
    const answer = await fetch(`${url}/${path}`, { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  }
  expect((await fetch(`${url}/metrics`, { method: 'HEAD' })).status).toBe(404);
});

test('the numbers are told to this machine alone, and to nobody that a proxy asks for', async () => {
  const url = await start();
  expect((await fetch(`${url}/metrics`)).status).toBe(200);
  for (const name of ['Forwarded', 'X-Forwarded-For', 'X-Real-IP', 'Via']) {
    const refused = await fetch(`${url}/metrics`, { headers: { [name]: '127.0.0.1' } });
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('METRICS_PORT')]);
  }
});

const outside = Object.values(networkInterfaces())
  .flat()
  .find((one) => one?.family === 'IPv4' && !one.internal)?.address;
if (outside === undefined)
  process.stdout.write('skipped: numbers over the network, because this machine has no address on one\n');

(outside === undefined ? test.skip : test)('from another machine there are no numbers', async () => {
  const { port } = new URL(await start({ HOST: '0.0.0.0', PLAYGROUND: 'false' }));
  expect((await fetch(`http://${outside}:${port}/metrics`)).status).toBe(403);
  expect((await fetch(`http://${outside}:${port}/healthz`)).status).toBe(200);
});

test('METRICS_PORT gives the numbers a port of their own, with nothing else on it', async () => {
  const url = await start({ METRICS_PORT: '0' });
  await until(() => program?.output().includes('the numbers have a port of their own') === true);
  const ports = [...(program?.output() ?? '').matchAll(/"port":(\d+)/g)].map(([, number]) => number);
  const numbers = `http://127.0.0.1:${ports.at(-1)}`;
  expect(await (await fetch(`${numbers}/metrics`, { headers: { via: 'prometheus' } })).text()).toContain(
    'buddy_ready 1',
  );
  expect((await fetch(`${numbers}/healthz`)).status).toBe(404);
  expect((await fetch(`${url}/metrics`)).status).toBe(404);
  const taken = await runMain({ ...environment, PORT: '0', METRICS_PORT: String(ports.at(-1)) });
  expect(taken).toMatchObject({ code: 1, stderr: expect.stringMatching(/^METRICS_PORT is taken/) });
});

test('a wrong signing secret is said by the server, by its numbers and by check', async () => {
  const url = await start();
  const body = 'command=%2Fbuddy&text=status&user_id=U0ANA&team_id=T1';
  const headers = signedRequest('of another app', body);
  for (let times = 0; times < 3; times += 1)
    await fetch(`${url}/slack/events`, { method: 'POST', headers, body });

  const ready = await fetch(`${url}/readyz`);
  const said = await ready.text();
  expect([ready.status, said]).toEqual([200, expect.stringMatching(/^ready\n.*SLACK_SIGNING_SECRET/)]);
  const numbers = await (await fetch(`${url}/metrics`)).text();
  expect(numbers).toContain('buddy_refused_total{platform="slack",reason="wrong_signature"} 3');
  const checked = await runCommand(['check'], { ...environment, PORT: new URL(url).port });
  expect(checked).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(said.split('\n')[1] ?? 'nothing'),
  });
  expect(program?.output()).not.toContain(slack.signingSecret);
});

test('it starts and answers with a log on a full disk, and says so once', async () => {
  const full = openSync('/dev/full', 'w');
  const port = await freePort();
  const main = join(import.meta.dirname, '../../src/main.ts');
  const child = spawn(process.execPath, [main], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environment, PORT: port },
    stdio: ['ignore', full, 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const url = `http://127.0.0.1:${port}`;
  const isReady = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  try {
    await until(isReady, 40_000);
    slack.connectTo(url);
    for (let times = 0; times < 12; times += 1)
      expect((await slack.person('U0ANA').command('/buddy', 'help')).status).toBe(200);
    expect(said).toBe("The log can't be written (ENOSPC). Buddy goes on without it.\n");
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
    closeSync(full);
  }
});

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
}

const firstFree = Number(readFileSync('/proc/sys/net/ipv4/ip_unprivileged_port_start', 'utf8'));
const mayAll = nobody.uid === undefined || firstFree <= 80;
if (mayAll)
  process.stdout.write('skipped: a port without permission, because everybody may use every port here\n');

(mayAll ? test.skip : test)('a port that needs permission is one line', async () => {
  const { folder: home, remove } = installedForNobody();
  const refused = await runMain(
    { PORT: '80', PLAYGROUND: 'true', DATABASE_URL: `sqlite:${folder}/x.db` },
    { ...nobody, home },
  );
  remove();
  expect(refused.code).toBe(1);
  expect(refused.stderr).toBe(
    "PORT can't be used by this user (EACCES): ports below 1024 are the system's. Set PORT to a higher one, such as 3000.\n",
  );
});
