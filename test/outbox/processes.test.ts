import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type OpenOutbox, openOutbox } from './support/open-outbox.ts';

const program = new URL('./support/sending-process.ts', import.meta.url);

let outbox: OpenOutbox;
let platform: Awaited<ReturnType<typeof openPlatform>>;
const children: ChildProcess[] = [];

beforeEach(async () => {
  outbox = await openOutbox();
  platform = await openPlatform();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await platform.close();
  await outbox.close();
});

describe('two processes on one database', () => {
  test('never claim the same row, and never have more than 8 in flight together', async () => {
    // In waves, for which the two race: one that has all places would keep them while there is something to send.
    const sending = [startSending(6_500), startSending(6_500)];
    const ends = sending.map((child) => once(child, 'exit'));
    await Promise.all(sending.map((child) => once(child, 'message')));
    const start = Date.now() + 500;
    for (let wave = 0; wave < 12; wave += 1) await enqueue(16, `wave-${wave}`, start + wave * 400);
    expect((await Promise.all(ends)).map(([code]) => code)).toEqual([0, 0]);
    expect(platform.received).toHaveLength(192);
    expect(new Set(platform.received.map((one) => one.key)).size).toBe(192);
    expect(new Set(platform.received.map((one) => one.process)).size).toBe(2);
    expect(platform.mostInFlight()).toBe(8);
  });

  test('what a killed one held is sent by the other, and its command does not end before', async () => {
    await enqueue(8);
    platform.hold(true);
    const killed = startSending();
    await platform.until(() => platform.received.length === 8);
    killed.kill('SIGKILL');
    const killedAt = Date.now();
    platform.hold(false);
    await enqueue(20, 'more');
    const [code] = await once(startSending(), 'exit');
    expect(code).toBe(0);
    expect(Date.now() - killedAt).toBeLessThan(30_000);
    expect((await outbox.rows()).every((row) => row.status === 'sent')).toBe(true);
    // At least once: what had arrived and was not recorded is the only thing that arrives twice.
    expect(platform.received).toHaveLength(8 + 8 + 20);
  }, 60_000);
});

function startSending(forMs = 0): ChildProcess {
  const child = fork(program, [outbox.databaseUrl, platform.url, `${forMs}`], { execArgv: [] });
  children.push(child);
  return child;
}

async function enqueue(count: number, kind = 'nudge', dueAt = Date.now()): Promise<void> {
  for (let nth = 0; nth < count; nth += 1) await outbox.send(`${kind}-${nth}`, { dueAt });
}

async function openPlatform() {
  const received: { readonly process: string; readonly key: string }[] = [];
  const inFlight = new Set<object>();
  let isHolding = false;
  let most = 0;
  const server = createServer((request, response) => {
    const [, process = '', key = ''] = (request.url ?? '').split('/');
    received.push({ process, key });
    inFlight.add(request);
    most = Math.max(most, inFlight.size);
    if (isHolding) return;
    setTimeout(() => {
      inFlight.delete(request);
      response.end(`ref of ${key}`);
    }, 10);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    mostInFlight: () => most,
    hold: (holds: boolean) => {
      isHolding = holds;
    },
    until: async (isSo: () => boolean) => {
      while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
