import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonRef } from '../../src/chat/person.ts';
import { rateLimited } from './support/fake-platform.ts';
import { type OpenOutbox, openOutbox } from './support/open-outbox.ts';

let outbox: OpenOutbox;
beforeEach(async () => {
  outbox = await openOutbox();
});
afterEach(() => outbox.close());

const keysOf = (): string[] => outbox.slack.deliveries.map((one) => one.options.key);
const startsOf = (key: string): number[] =>
  outbox.slack.deliveries.filter((one) => one.options.key === key).map((one) => one.startedAt);
const numbered = (count: number): string[] => Array.from({ length: count }, (_, nth) => `message ${nth}`);

describe('the pace', () => {
  test('is kept by two processes together', async () => {
    const perMinute = () => 120;
    outbox.dispatcher({ perMinute }).start();
    outbox.dispatcher({ perMinute }).start();
    for (const key of numbered(300)) await outbox.send(key);
    await outbox.time.advance(180_000);
    const starts = outbox.slack.deliveries.map((one) => one.startedAt);
    expect(starts).toHaveLength(300);
    expect(new Set(keysOf()).size).toBe(300);
    for (const start of starts) {
      expect(starts.filter((other) => other >= start && other < start + 60_000).length).toBeLessThanOrEqual(
        120,
      );
    }
  });

  test('of new messages does not hold up changes, which answer somebody', async () => {
    outbox.dispatcher({ perMinute: () => 60 }).start();
    await outbox.send('nudge');
    await outbox.time.advance(2_000);
    for (const key of numbered(100)) await outbox.send(key);
    await outbox.time.advance(10_000);
    const asked = outbox.time.now();
    await outbox.change('nudge', 'acknowledged');
    await outbox.time.advance(3_000);
    const changed = outbox.slack.deliveries.find((one) => one.text === 'acknowledged');
    expect(changed?.startedAt).toBeLessThanOrEqual(asked + 2_500);
  });

  test('does not keep messages for an hour after the clock was set back by one', async () => {
    outbox.dispatcher({ perMinute: () => 300 }).start();
    for (const key of numbered(50)) await outbox.send(key, { dueAt: outbox.time.now() - 7_200_000 });
    await outbox.time.advance(2_000);
    outbox.time.setBack(3_600_000);
    await outbox.time.advance(20_000);
    expect(outbox.slack.deliveries).toHaveLength(50);
  });
});

describe('Retry-After', () => {
  test('holds the whole lane of the workspace, and no other workspace', async () => {
    const elsewhere = (id: string): PersonRef => ({ platform: 'slack', workspace: 'T2', id });
    outbox.slack.answerWith((_, nth) => (nth === 1 ? rateLimited(30_000) : 'ok'));
    outbox.dispatcher().start();
    await outbox.send('limited');
    await outbox.time.advance(1_100);
    const held = (outbox.slack.deliveries[0]?.startedAt ?? 0) + 30_000;
    for (const key of numbered(10)) await outbox.send(key);
    await outbox.send('other workspace', { to: elsewhere('U2') });
    await outbox.time.advance(60_000);
    expect(startsOf('other workspace')[0]).toBeLessThan(held);
    for (const key of [...numbered(10)]) expect(startsOf(key)[0]).toBeGreaterThanOrEqual(held);
    expect(startsOf('limited')[1]).toBeGreaterThanOrEqual(held);
    expect(startsOf('limited')[1]).toBeLessThanOrEqual(held + 2_000);
  });

  test('of one message holds at least 2 s, also when the platform asks for less', async () => {
    outbox.slack.answerWith((_, nth) => (nth === 1 ? rateLimited(1) : 'ok'));
    outbox.dispatcher().start();
    await outbox.send('hello');
    await outbox.time.advance(10_000);
    const [first = 0, second = 0] = startsOf('hello');
    expect(second - first).toBeGreaterThanOrEqual(2_000);
  });
});
