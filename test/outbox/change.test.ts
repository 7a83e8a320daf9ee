import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { messageRefOf, refreshQueuedChange } from '../../src/outbox/store.ts';
import {
  type Answer,
  cardOf,
  rateLimited,
  rejected,
  temporary,
  unreachable,
} from './support/fake-platform.ts';
import { type OpenOutbox, openOutbox } from './support/open-outbox.ts';

let outbox: OpenOutbox;
beforeEach(async () => {
  outbox = await openOutbox();
});
afterEach(() => outbox.close());

const texts = (): string[] => outbox.slack.deliveries.map((one) => one.text);

describe('a change', () => {
  test('asked for before the message is sent makes it go out as it shall be, once', async () => {
    await outbox.send('nudge', { dueAt: outbox.time.now() + 5_000 });
    outbox.dispatcher().start();
    await outbox.change('nudge', 'newer');
    await outbox.change('nudge', 'newest');
    await outbox.time.advance(20_000);
    expect(texts()).toEqual(['newest']);
  });

  test('asked for while the message is on its way is applied after it', async () => {
    outbox.slack.takeMs(() => 3_000);
    outbox.dispatcher().start();
    await outbox.send('nudge');
    await outbox.time.advance(2_000);
    await outbox.change('nudge', 'newer');
    await outbox.change('nudge', 'newest');
    await outbox.time.advance(20_000);
    expect(texts()).toEqual(['card of nudge', 'newest']);
    expect(outbox.slack.deliveries[1]?.options.replaces).toBe('message 1');
    expect(outbox.slack.shown.get('message 1')).toBe('newest');
    expect(outbox.slack.collisions).toEqual([]);
  });

  test('asked for while the message fails goes out in its place, with the next try', async () => {
    outbox.slack.takeMs(() => 3_000);
    outbox.slack.answerWith((_, nth) => (nth === 1 ? temporary : 'ok'));
    outbox.dispatcher().start();
    await outbox.send('nudge');
    await outbox.time.advance(2_000);
    await outbox.change('nudge', 'newer');
    await outbox.time.advance(30_000);
    expect(texts()).toEqual(['card of nudge', 'newer']);
    expect(outbox.slack.deliveries[1]?.options.replaces).toBeUndefined();
  });

  test('of a sent message changes it where it stands, and each time again', async () => {
    outbox.dispatcher().start();
    await outbox.send('nudge');
    for (const text of ['first', 'second']) {
      await outbox.time.advance(2_000);
      await outbox.change('nudge', text);
    }
    await outbox.time.advance(2_000);
    expect(texts()).toEqual(['card of nudge', 'first', 'second']);
    expect(outbox.slack.shown).toEqual(new Map([['message 1', 'second']]));
    const keys = outbox.slack.deliveries.map((one) => one.options.key);
    expect(new Set(keys).size).toBe(3);
  });

  test('of a message that arrived nobody knows where is not made, before or after it is sent', async () => {
    const address = 'channel of U-any';
    outbox.slack.answerWith(() => ({ ok: true, ref: null, address }));
    outbox.slack.takeMs(() => 3_000);
    outbox.dispatcher().start();
    await outbox.send('nudge');
    await outbox.time.advance(2_000);
    await outbox.change('nudge', 'while it is on its way');
    await outbox.time.advance(20_000);
    await outbox.change('nudge', 'later');
    await outbox.time.advance(20_000);
    expect(texts()).toEqual(['card of nudge']);
    expect(await outbox.row('nudge')).toMatchObject({ status: 'sent', message_ref: null, card: null });
  });

  test('that is overtaken on its way is followed by the newest, never beside it', async () => {
    outbox.dispatcher().start();
    await outbox.send('nudge');
    await outbox.time.advance(2_000);
    outbox.slack.takeMs(() => 3_000);
    await outbox.change('nudge', 'first');
    await outbox.time.advance(2_000);
    await outbox.change('nudge', 'second');
    await outbox.change('nudge', 'third');
    await outbox.time.advance(20_000);
    expect(texts()).toEqual(['card of nudge', 'first', 'third']);
    expect(outbox.slack.collisions).toEqual([]);
  });

  test.each([
    ['waits', 0],
    ['is on its way', 1_000],
  ])(
    'that %s brings the newest state in the end, when that was shown in another way meanwhile',
    async (_, passedMs) => {
      outbox.dispatcher().start();
      await outbox.send('nudge');
      await outbox.time.advance(2_000);
      outbox.slack.takeMs(() => 3_000);
      await outbox.change('nudge', 'older');
      await outbox.time.advance(passedMs);
      await refreshQueuedChange(outbox.db, 'nudge', cardOf('newest'));
      await outbox.time.advance(20_000);
      expect(outbox.slack.shown.get('message 1')).toBe('newest');
    },
  );

  test('is not made again by a state that was shown in another way', async () => {
    outbox.dispatcher().start();
    await outbox.send('nudge');
    await outbox.time.advance(2_000);
    await refreshQueuedChange(outbox.db, 'nudge', cardOf('newest'));
    await outbox.time.advance(20_000);
    expect(texts()).toEqual(['card of nudge']);
  });

  test('that waits for its next try is not hurried by a newer one', async () => {
    outbox.dispatcher().start();
    await outbox.send('nudge');
    await outbox.time.advance(2_000);
    outbox.slack.answerWith(() => rateLimited(30_000));
    await outbox.change('nudge', 'first');
    await outbox.time.advance(2_000);
    outbox.slack.answerWith(() => 'ok');
    await outbox.change('nudge', 'second');
    await outbox.time.advance(60_000);
    const [, first, second] = outbox.slack.deliveries;
    expect(second?.text).toBe('second');
    expect((second?.startedAt ?? 0) - (first?.startedAt ?? 0)).toBeGreaterThanOrEqual(30_000);
  });

  test('that the platform refuses does not stand in the way of the next', async () => {
    outbox.dispatcher().start();
    await outbox.send('nudge');
    await outbox.time.advance(2_000);
    outbox.slack.answerWith(() => rejected);
    await outbox.change('nudge', 'bad');
    await outbox.time.advance(5_000);
    outbox.slack.answerWith(() => 'ok');
    await outbox.change('nudge', 'good');
    await outbox.time.advance(5_000);
    expect(outbox.slack.shown.get('message 1')).toBe('good');
  });

  test('of a message that never arrived, or that nobody knows, is nothing', async () => {
    outbox.slack.answerWith(() => unreachable);
    outbox.dispatcher().start();
    await outbox.send('nudge');
    await outbox.time.advance(2_000);
    await outbox.change('nudge', 'newer');
    await outbox.change('unknown', 'newer');
    await outbox.time.advance(20_000);
    expect(texts()).toEqual(['card of nudge']);
    expect(await outbox.rows()).toHaveLength(1);
  });

  test('follows a message that the platform has put into another place', async () => {
    const { slack, db } = outbox;
    const moving = {
      ...slack,
      deliver: async (...given: Parameters<typeof slack.deliver>) => {
        const result = await slack.deliver(...given);
        return result.ok && given[2].replaces !== undefined
          ? { ...result, ref: `${result.ref}, moved` }
          : result;
      },
    };
    outbox.dispatcher({ adapters: new Map([['slack', moving]]) }).start();
    await outbox.send('nudge');
    await outbox.time.advance(2_000);
    await outbox.change('nudge', 'first');
    await outbox.time.advance(2_000);
    expect(await messageRefOf(db, 'nudge')).toBe('message 1, moved');
    await outbox.change('nudge', 'second');
    await outbox.time.advance(2_000);
    expect(slack.deliveries[2]?.options.replaces).toBe('message 1, moved');
  });
});

describe('however changes, claims, answers and failures interleave', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('change' as const), message: fc.integer({ min: 0, max: 2 }) }),
    fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 4_000 }) }),
  );
  const answer = fc.constantFrom<Answer>('ok', 'ok', 'ok', 'lost', 'hangs', temporary, rateLimited(3_000));

  test('the newest card wins, and no two deliveries of one message are ever on their way together', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 25 }),
        fc.array(answer, { minLength: 1, maxLength: 20 }),
        fc.array(fc.integer({ min: 1, max: 6_000 }), { minLength: 1, maxLength: 10 }),
        async (steps, answers, latencies) => {
          const own = await openOutbox();
          try {
            const keys = ['a', 'b', 'c'];
            own.slack.answerWith((_, nth) => answers[nth - 1] ?? 'ok');
            own.slack.takeMs(() => latencies[own.slack.deliveries.length % latencies.length] ?? 20);
            const dispatchers = [own.dispatcher(), own.dispatcher()];
            for (const key of keys) await own.send(key);
            for (const dispatcher of dispatchers) dispatcher.start();
            const newest = new Map(keys.map((key) => [key, `card of ${key}`]));
            for (const [nth, one] of steps.entries()) {
              if (one.do === 'wait') await own.time.advance(one.ms);
              else {
                const key = keys[one.message] ?? 'a';
                newest.set(key, `card ${nth} of ${key}`);
                await own.change(key, `card ${nth} of ${key}`);
                dispatchers[nth % 2]?.wake();
              }
            }
            const isOpen = async () => (await own.rows()).some((row) => row.settled_at === null);
            await own.time.advanceUntil(async () => !(await isOpen()));
            await own.time.advance(1_000);
            for (const [key, text] of newest) {
              const ref = await messageRefOf(own.db, key);
              expect(own.slack.shown.get(ref ?? '')).toBe(text);
            }
            expect((await own.rows()).every((row) => row.status === 'sent' && row.card === null)).toBe(true);
            expect(own.slack.collisions).toEqual([]);
          } finally {
            await own.close();
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});
