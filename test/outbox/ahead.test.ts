import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { saveAddresses } from '../../src/outbox/recipient-store.ts';
import { enqueue } from '../../src/outbox/store.ts';
import { cardOf, rateLimited, temporary } from './support/fake-platform.ts';
import { clinician, type OpenOutbox, openOutbox } from './support/open-outbox.ts';

let outbox: OpenOutbox;
beforeEach(async () => {
  outbox = await openOutbox();
});
afterEach(() => outbox.close());

const keysOf = (): string[] => outbox.slack.deliveries.map((one) => one.options.key);
const countOf = async (status: string): Promise<number> =>
  (await outbox.rows()).filter((row) => row.status === status).length;

/** A Monday's messages, to people who have been reached before. */
async function sendMany(count: number): Promise<void> {
  const keys = Array.from({ length: count }, (_, nth) => `message ${nth}`);
  await saveAddresses(
    outbox.db,
    keys.map((key) => ({ person: clinician(key), address: `channel of U-${key}` })),
  );
  const messages = keys.map((key) => ({ key, to: clinician(key), card: cardOf(`card of ${key}`) }));
  await enqueue(outbox.db, messages, outbox.time.now());
}

describe('a process that has a workspace to itself', () => {
  test('claims many at a time, and still has no more than 8 on their way', async () => {
    let rounds = 0;
    const transaction = outbox.db.transaction.bind(outbox.db);
    await sendMany(400);
    outbox.db.transaction = () => {
      rounds += 1;
      return transaction();
    };
    outbox.dispatcher().start();
    await outbox.time.advance(5_000);
    expect(new Set(keysOf()).size).toBe(400);
    expect(keysOf()).toHaveLength(400);
    expect((await outbox.rows()).every((row) => row.status === 'sent' && row.attempts === 1)).toBe(true);
    expect(outbox.slack.mostInFlight).toBe(8);
    expect(rounds).toBeLessThan(400 / 8);
  });

  test('gives back what could not set out within a second, as if it had not been claimed', async () => {
    outbox.slack.takeMs((delivery) => (delivery.options.key.length < 11 ? 10 : 3_000));
    await sendMany(200);
    outbox.dispatcher().start();
    await outbox.time.advance(4_000);
    const waiting = (await outbox.rows()).filter((row) => row.status === 'waiting');
    expect(waiting.length).toBeGreaterThan(64);
    expect(waiting.every((row) => row.attempts === 0)).toBe(true);
    await outbox.time.advance(60_000);
    expect(keysOf()).toHaveLength(200);
    expect((await outbox.rows()).every((row) => row.status === 'sent' && row.attempts === 1)).toBe(true);
  });

  test('lets go of the rest when the platform asks for silence', async () => {
    outbox.slack.answerWith((_, nth) => (nth === 50 ? rateLimited(20_000) : 'ok'));
    await sendMany(300);
    outbox.dispatcher().start();
    const begun = outbox.time.now();
    await outbox.time.advance(19_000);
    const before = keysOf().length;
    expect(before).toBeLessThan(50 + 8);
    expect(await countOf('claimed')).toBe(0);
    const untouched = (await outbox.rows()).filter((row) => row.attempts === 0);
    expect(untouched).toHaveLength(300 - before);
    await outbox.time.advance(60_000);
    const later = outbox.slack.deliveries.slice(before);
    expect(Math.min(...later.map((one) => one.startedAt))).toBeGreaterThanOrEqual(begun + 20_000);
    expect(await countOf('sent')).toBe(300);
  });

  test('lets go of the rest when the platform fails, or cannot be used at all', async () => {
    outbox.slack.answerWith((_, nth) => (nth > 100 ? temporary : 'ok'));
    await sendMany(400);
    outbox.dispatcher().start();
    await outbox.time.advanceUntil(() => outbox.slack.deliveries.length > 100);
    outbox.slack.sayTrouble('the token is wrong');
    await outbox.time.advance(2_000);
    expect(await countOf('claimed')).toBe(0);
    const tried = (await outbox.rows()).filter((row) => row.attempts > 0);
    expect(tried).toHaveLength(keysOf().length);
  });

  test('lets go of the rest when it is stopped, without waiting for its turn', async () => {
    await sendMany(400);
    const dispatcher = outbox.dispatcher();
    dispatcher.start();
    await outbox.time.advanceUntil(() => outbox.slack.deliveries.length > 100);
    expect(await countOf('claimed')).toBeGreaterThan(8);
    const stopped = dispatcher.stop({ graceMs: 8_000 });
    await outbox.time.advance(100);
    await stopped;
    expect(await countOf('claimed')).toBe(0);
    expect(await countOf('sent')).toBe(keysOf().length);
    expect((await outbox.rows()).every((row) => row.status === 'sent' || row.attempts === 0)).toBe(true);
  });

  test('sends a message with the card that it has by then, however long before it was claimed', async () => {
    outbox.slack.takeMs(() => 100);
    await sendMany(200);
    outbox.dispatcher().start();
    await outbox.time.advanceUntil(() => outbox.slack.deliveries.length > 60);
    const claimed = (await outbox.rows()).filter((row) => row.status === 'claimed').map((row) => row.key);
    for (const key of claimed) await outbox.change(key, `newer ${key}`);
    await outbox.time.advance(60_000);
    const shown = [...outbox.slack.shown.values()];
    expect(claimed.filter((key) => !shown.includes(`newer ${key}`))).toEqual([]);
    expect(shown).toHaveLength(200);
  });
});

test('two processes that want the same workspace take turns, and never have more than 8 on their way together', async () => {
  outbox.slack.takeMs(() => 5);
  await sendMany(600);
  outbox.dispatcher().start();
  outbox.dispatcher().start();
  await outbox.time.advance(30_000);
  expect(keysOf()).toHaveLength(600);
  expect(new Set(keysOf()).size).toBe(600);
  expect(outbox.slack.mostInFlight).toBe(8);
  expect(await countOf('sent')).toBe(600);
});
