import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonRef } from '../../src/chat/person.ts';
import { unpaced } from '../../src/outbox/pace.ts';
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
    const allowance = () => ({ ...unpaced, count: 120 });
    outbox.dispatcher({ allowance }).start();
    outbox.dispatcher({ allowance }).start();
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

  test('of new messages does not hold up changes, which answer someone', async () => {
    outbox.dispatcher({ allowance: () => ({ ...unpaced, count: 60 }) }).start();
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

  test('is one for messages and changes where the platform counts them together', async () => {
    const messages = numbered(20);
    for (const key of messages) await outbox.send(key);
    const first = outbox.dispatcher();
    first.start();
    await outbox.time.advance(2_000);
    await first.stop({ graceMs: 0 });
    outbox.dispatcher({ allowance: () => ({ count: 10, windowMs: 1_000, counts: 'all' }) }).start();
    const before = outbox.slack.deliveries.length;
    for (const key of messages) {
      await outbox.change(key, `${key} again`);
      await outbox.send(`more than ${key}`);
    }
    await outbox.time.advance(10_000);
    const starts = outbox.slack.deliveries.slice(before).map((one) => one.startedAt);
    expect(starts).toHaveLength(40);
    for (const start of starts) {
      expect(starts.filter((other) => other >= start && other < start + 1_000).length).toBeLessThanOrEqual(
        10,
      );
    }
  });

  test('does not keep messages for an hour after the clock was set back by one', async () => {
    outbox.dispatcher({ allowance: () => ({ ...unpaced, count: 300 }) }).start();
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

  test('that is for one person holds all that waits for them, and nobody else', async () => {
    const mia: PersonRef = { platform: 'slack', workspace: 'T1', id: 'U-mia' };
    const forMia = { ...rateLimited(30_000), holds: 'recipient' } as const;
    outbox.slack.answerWith((_, nth) => (nth === 1 ? forMia : 'ok'));
    outbox.dispatcher().start();
    await outbox.send('limited', { to: mia });
    await outbox.send('next for mia', { to: mia });
    await outbox.time.advance(1_100);
    const held = (outbox.slack.deliveries[0]?.startedAt ?? 0) + 30_000;
    await outbox.send('for another');
    await outbox.time.advance(60_000);
    expect(startsOf('for another')[0]).toBeLessThan(held);
    expect(startsOf('next for mia')[0]).toBeGreaterThanOrEqual(held);
    expect(startsOf('limited')[1]).toBeGreaterThanOrEqual(held);
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
