import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type OpenOutbox, openOutbox } from './support/open-outbox.ts';

const program = join(import.meta.dirname, 'support/sending-process.ts');

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
    const start = Date.now() + 1_000;
    for (let wave = 0; wave < 12; wave += 1) await enqueue(16, `wave-${wave}`, start + wave * 400);
    const ends = [startSending(5_500), startSending(5_500)].map((child) => once(child, 'exit'));
    expect((await Promise.all(ends)).map(([code]) => code)).toEqual([0, 0]);
    expect(platform.received).toHaveLength(192);
    expect(new Set(platform.received.map((one) => one.key)).size).toBe(192);
    expect(new Set(platform.received.map((one) => one.process)).size).toBe(2);
