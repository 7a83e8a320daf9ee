import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { transact } from '../../src/db/transact.ts';
import { giveBackUntried } from '../../src/outbox/give-back-store.ts';
import { saveAddresses } from '../../src/outbox/recipient-store.ts';
import { enqueue } from '../../src/outbox/store.ts';
import { claimAll } from './support/claim-all.ts';
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

  test('sends nothing more once one of several answers that come together asks for silence', async () => {
    const answers: (() => void)[] = [];
    const together = {
      ...outbox.slack,
      deliver: async (...given: Parameters<typeof outbox.slack.deliver>) => {
        const result = outbox.slack.deliver(...given);
        await new Promise<void>((resolve) => answers.push(resolve));
        return result;
      },
    };
    outbox.slack.answerWith((_, nth) => (nth === 45 ? rateLimited(20_000) : 'ok'));
    await sendMany(300);
    outbox.dispatcher({ adapters: new Map([['slack', together]]) }).start();
    const begun = outbox.time.now();
    while (outbox.time.now() < begun + 15_000) {
      await outbox.time.advance(50);
      for (const answer of answers.splice(0)) answer();
    }
    expect(keysOf()).toHaveLength(48);
    expect(await countOf('claimed')).toBe(0);
  });

  test('goes on when the clock is set back while much is claimed', async () => {
    await sendMany(400);
    outbox.dispatcher().start();
    await outbox.time.advanceUntil(() => outbox.slack.deliveries.length > 100);
    expect(await countOf('claimed')).toBeGreaterThan(8);
    outbox.time.setBack(3_600_000);
    await outbox.time.advance(60_000);
    expect(await countOf('sent')).toBe(400);
    expect(keysOf()).toHaveLength(400);
    expect((await outbox.rows()).every((row) => row.attempts === 1)).toBe(true);
  });

  test('gives back once, also when the server has done it and its answer was lost', async () => {
    await sendMany(20);
    const [one] = await transact(outbox.db, (transaction) => claimAll(transaction, outbox.time.now()));
    if (one === undefined) throw new Error('Nothing was claimed.');
    for (let time = 0; time < 3; time += 1) await giveBackUntried(outbox.db, [one], outbox.time.now());
    expect(await outbox.row(one.key)).toMatchObject({ status: 'waiting', attempts: 0 });
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

  test('a message that gets a newer card after its claim shows that one in the end', async () => {
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
