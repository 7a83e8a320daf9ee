import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { until } from '../support/hospital.ts';
import { whyNotInstalled } from '../support/installed.ts';
import { type Running, startProgram } from '../support/program.ts';
import { kinds, type ReverseProxy, startReverseProxy } from '../support/reverse-proxy.ts';
import { signedRequest } from '../support/slack/signer.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';

/** So many at least are asked while both processes are replaced, by so many people at once. */
const [fewest, atOnce] = [400, 4];

/** Three ports that nobody has. */
async function freePorts(): Promise<[number, number, number]> {
  const servers = [1, 2, 3].map(() => createServer().listen(0, '127.0.0.1'));
  const ports: number[] = [];
  for (const server of servers) {
    await until(() => server.listening);
    ports.push((server.address() as { port: number }).port);
    await new Promise((resolve) => server.close(resolve));
  }
  return ports as [number, number, number];
}

describe.each(Object.keys(kinds) as (keyof typeof kinds)[])('behind %s, with TLS', (name) => {
  const why = whyNotInstalled(name, 'openssl');
  if (why !== null) {
    test.skip(`nothing is tried: ${why}`, () => {});
    console.log(`skipped: a rolling restart behind ${name}, since ${why}.`);
    return;
  }
  let [slack, database, proxy]: [Slack, FreshDatabase, ReverseProxy] = [] as never;
  let ports: [number, number, number];
  let environment: Record<string, string>;
  const serving: Running[] = [];

  beforeAll(async () => {
    [slack, database, ports] = [await startSlack(), await freshDatabase(), await freePorts()];
    environment = { ...slack.env(), DATABASE_URL: database.url, LOG_LEVEL: 'info' };
    for (const port of ports.slice(1))
      serving.push(await startProgram({ ...environment, PORT: String(port) }));
    proxy = await startReverseProxy(name, ports[0], [ports[1], ports[2]]);
  }, 120_000);
  afterAll(async () => {
    await proxy?.stop();
    for (const server of serving) {
      server.signal('SIGKILL');
      await server.exited;
    }
    await database?.remove();
    await slack?.stop();
  });

  let asked = 0;
  /** Someone types `/buddy help`. */
  function command(): Promise<number> {
    asked += 1;
    const fields = {
      ...{
        command: '/buddy',
        text: 'help',
        team_id: slack.identity.teamId,
        api_app_id: slack.identity.appId,
      },
      ...{ user_id: 'U01ABC', channel_id: 'D01ABC', channel_name: 'directmessage', trigger_id: `1.${asked}` },
      response_url: `${slack.apiUrl}response/${asked}`,
    };
    const body = String(new URLSearchParams(fields));
    return proxy.ask('POST', '/slack/events', body, signedRequest(slack.signingSecret, body));
  }

  test('the platforms come through, unsigned requests are refused by Buddy, and no other path is there', async () => {
    expect(await command()).toBe(200);
    for (const body of ['', 'text=help']) expect(await proxy.ask('POST', '/slack/events', body)).toBe(401);
    for (const path of ['/', '/metrics', '/readyz', '/healthz', '/slack/events/x', '/support/referrals']) {
      expect([path, await proxy.ask('GET', path)]).toEqual([path, 404]);
    }
  });

  test('both processes are replaced one after the other, and hundreds who ask meanwhile are all answered', async () => {
    const answers = new Map<number, number>();
    let isOver = false;
    const asking = Array.from({ length: atOnce }, async () => {
      while (!isOver || asked < fewest) {
        const status = await command();
        answers.set(status, (answers.get(status) ?? 0) + 1);
        await sleep(20);
      }
    });
    for (const [index, port] of ports.slice(1).entries()) {
      // So that the proxy has seen the one before come back.
      await sleep(3_000);
      serving[index]?.signal('SIGTERM');
      expect(await serving[index]?.exited).toBe(0);
      serving[index] = await startProgram({ ...environment, PORT: String(port) });
    }
    isOver = true;
    await Promise.all(asking);
    expect(Object.fromEntries(answers)).toEqual({ 200: expect.any(Number) });
    expect(answers.get(200)).toBeGreaterThanOrEqual(fewest - 1);
  }, 120_000);
});

test('each file keeps its connections for less time than Buddy does', () => {
  const seconds = Object.values(kinds).map(({ file }) => {
    const text = readFileSync(join(import.meta.dirname, '../../docs/deploy', file), 'utf8');
    return Number(/(?:keepalive_timeout|keepalive|pool-purge-delay) (\d+)s/.exec(text)?.[1]);
  });
  expect(seconds).toHaveLength(3);
  for (const one of seconds) expect(one).toBeLessThan(75);
});
