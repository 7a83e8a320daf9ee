import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Allowance, afterGoing, goesAt, mayGo, paceOf, unpaced } from '../../src/outbox/pace.ts';

function minutely(count: number): Allowance {
  return { ...unpaced, count };
}

/** Sends `count` messages as a dispatcher would that always has something to send, waking up to `lateMs` late. */
function sendAll(allowance: Allowance, count: number, lateMs: (nth: number) => number): number[] {
  const pace = paceOf(allowance);
  const sent: number[] = [];
  let now = 1_000_000;
  let nextFreeAt = 0;
  while (sent.length < count) {
    const going = mayGo(nextFreeAt, now, pace, Math.min(8, count - sent.length));
    for (let one = 0; one < going; one += 1) sent.push(now);
    nextFreeAt = afterGoing(nextFreeAt, now, pace, going);
    now = Math.max(now, goesAt(nextFreeAt, now, pace)) + lateMs(sent.length);
  }
  return sent;
}

function mostIn(windowMs: number, instants: readonly number[]): number {
  let from = 0;
  let most = 0;
  instants.forEach((instant, index) => {
    while ((instants[from] ?? 0) <= instant - windowMs) from += 1;
    most = Math.max(most, index - from + 1);
  });
  return most;
}

describe('pace', () => {
  test('never more than N in any sliding minute, over 1,000 messages, however late the alarms ring', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_000 }),
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 50 }),
        (perMinute, delays) => {
          const sent = sendAll(minutely(perMinute), 1_000, (nth) => delays[nth % delays.length] ?? 0);
          expect(mostIn(60_000, sent)).toBeLessThanOrEqual(perMinute);
        },
      ),
    );
  });

  test('thirty a second are never more in any sliding second, and nearly as many', () => {
    const sent = sendAll({ count: 30, windowMs: 1_000, counts: 'all' }, 3_000, (nth) => (nth * 7) % 10);
    expect(mostIn(1_000, sent)).toBeLessThanOrEqual(30);
    expect((sent.at(-1) ?? 0) - (sent[0] ?? 0)).toBeLessThan(100_000 * 1.03);
  });

  test('uses what it is allowed: 300 a minute are nearly 300, also when alarms ring a little late', () => {
    const sent = sendAll(minutely(300), 1_000, (nth) => nth % 20);
    expect((sent.at(-1) ?? 0) - (sent[0] ?? 0)).toBeLessThan(1_000 * 202 * 1.005);
  });

  test('at small rates messages go one by one, never as a burst', () => {
    for (const perMinute of [1, 60, 300, 1_000]) {
      expect(mayGo(0, 5_000_000, paceOf(minutely(perMinute)), 8)).toBe(1);
    }
    const sent = sendAll(minutely(300), 100, () => 0);
    const gaps = sent.slice(1).map((instant, index) => instant - (sent[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(150);
  });

  test('a very large number means no pace at all', () => {
    for (const perMinute of [100_000, 1e9, Number.POSITIVE_INFINITY]) {
      expect(mayGo(0, 5_000_000, paceOf(minutely(perMinute)), 8)).toBe(8);
    }
  });

  test('after the clock was set back by a day, the next message goes, and the one after it keeps its distance', () => {
    const now = 100_000_000;
    const pace = paceOf(minutely(60));
    expect(goesAt(now + 86_400_000, now, pace)).toBeLessThanOrEqual(now);
    expect(mayGo(now + 86_400_000, now, pace, 8)).toBe(1);
    expect(goesAt(afterGoing(now + 86_400_000, now, pace, 1), now, pace)).toBeGreaterThan(now + 900);
  });
});

describe('the rhythm', () => {
  const pace = paceOf(minutely(300));
  const now = 1_000_000;

  test('stays a hundredth below what is allowed, or 20 ms in a short window', () => {
    expect(pace).toEqual({ intervalMs: 202, earlyMs: 50, isShared: false });
    expect(paceOf({ count: 30, windowMs: 1_000, counts: 'all' })).toEqual({
      ...{ intervalMs: 34, earlyMs: 10 },
      isShared: true,
    });
    expect(paceOf({ count: 1, windowMs: 4_000, counts: 'method' })).toMatchObject({
      ...{ intervalMs: 4_040, earlyMs: 20 },
    });
  });

  test('is none where a message could go each millisecond and more often', () => {
    expect(paceOf(minutely(60_600)).intervalMs).toBe(1);
    expect(paceOf(minutely(60_601)).intervalMs).toBe(0);
    expect(unpaced).toEqual({ count: Number.MAX_SAFE_INTEGER, windowMs: 60_000, counts: 'method' });
    expect(mayGo(now + 1_000, now, paceOf(unpaced), 8)).toBe(8);
    expect(mayGo(0, now, paceOf(minutely(60_600)), 1_000)).toBe(51);
  });

  test('lets a message go a little early, and not earlier', () => {
    expect(goesAt(now + 100.2, now, pace)).toBe(now + 51);
    expect([50, 51, 253, 1_000].map((ms) => mayGo(now + ms, now, pace, 8))).toEqual([1, 0, 0, 0]);
    expect(mayGo(now, now, pace, 0)).toBe(0);
  });

  test('goes on from the last message, or from now', () => {
    expect(afterGoing(now + 20, now, pace, 1)).toBe(now + 222);
    expect(afterGoing(now - 20, now, pace, 2)).toBe(now + 404);
    expect(afterGoing(now - 20, now, pace, 0)).toBe(now - 20);
  });

  test('written further ahead than a minute, says nothing any more', () => {
    const furthest = now + 202 + 60_000;
    expect(goesAt(furthest, now, pace)).toBe(furthest - 50);
    expect(goesAt(furthest + 1, now, pace)).toBe(now - 50);
  });
});
