import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { heldUntil, isGivenUp, mostTries, nextTryAt, triesThatCount } from '../../src/outbox/backoff.ts';

const now = 1_000_000;
const attempts = fc.integer({ min: 1, max: 5_000 });
const random = fc.double({ min: 0, max: 1, noNaN: true });

describe('backoff', () => {
  test('what failed is not tried again within 2.5 s and is tried again within 75 s', () => {
    fc.assert(
      fc.property(fc.constantFrom('temporary', 'rate-limited'), attempts, random, (why, tries, chance) => {
        const delay = (nextTryAt({ ok: false, why, code: 'any' }, tries, now, chance) ?? 0) - now;
        expect(delay).toBeGreaterThanOrEqual(2_500);
        expect(delay).toBeLessThanOrEqual(75_000);
      }),
    );
  });

  test('each try waits longer than the one before, until the longest wait is reached', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map(
      (tries) => (nextTryAt({ ok: false, why: 'temporary', code: 'any' }, tries, now, 1) ?? 0) - now,
    );
    expect(waits).toEqual([3_750, 7_500, 15_000, 30_000, 60_000, 75_000, 75_000]);
  });

  test('Retry-After wins: never sooner, and for a rate limit not much later either', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_600_000 }), attempts, random, (retryAfterMs, tries, chance) => {
        const limited = { ok: false, why: 'rate-limited', code: 'any', retryAfterMs } as const;
        expect(nextTryAt(limited, tries, now, chance)).toBe(now + Math.max(retryAfterMs, 2_500));
        expect(heldUntil(limited, now)).toEqual({ who: 'workspace', until: now + retryAfterMs });
        const away = { ...limited, why: 'temporary' } as const;
        expect(nextTryAt(away, tries, now, chance)).toBeGreaterThanOrEqual(now + retryAfterMs);
        expect(heldUntil(away, now)).toBeNull();
      }),
    );
  });

  test('a Retry-After that makes no sense is as good as none', () => {
    for (const retryAfterMs of [Number.NaN, -5_000, Number.POSITIVE_INFINITY]) {
      const limited = { ok: false, why: 'rate-limited', code: 'any', retryAfterMs } as const;
      expect(nextTryAt(limited, 1, now, 0)).toBe(now + 2_500);
      expect(heldUntil(limited, now)).toEqual({ who: 'workspace', until: now + 2_500 });
    }
  });

  test('a blocked recipient and a refused message are not tried again', () => {
    for (const why of ['unreachable', 'rejected'] as const) {
      expect(nextTryAt({ ok: false, why, code: 'any' }, 1, now, 0)).toBeNull();
    }
  });

  test('an answer that may pass is believed after the third try', () => {
    for (const why of ['unreachable', 'rejected'] as const) {
      const said = { ok: false, why, code: 'any', mayPass: true } as const;
      expect(nextTryAt(said, 1, now, 1)).toBe(now + 3_750);
      expect(nextTryAt(said, 2, now, 1)).toBe(now + 7_500);
      expect(nextTryAt(said, 3, now, 1)).toBeNull();
    }
  });

  test('retries of many are told apart: by a third of the wait', () => {
    const waits = [0, 0.5, 1].map(
      (spread) => (nextTryAt({ ok: false, why: 'temporary', code: 'any' }, 2, now, spread) ?? 0) - now,
    );
    expect(waits).toEqual([5_000, 6_250, 7_500]);
  });

  test('where nobody says how long, each further try waits longer, after a rate limit too', () => {
    for (const why of ['rate-limited', 'temporary'] as const)
      expect(nextTryAt({ ok: false, why, code: 'any' }, 3, now, 1)).toBe(now + 15_000);
  });

  test('who is away and asks for a little is not asked again sooner than without', () => {
    const away = { ok: false, why: 'temporary', code: 'any', retryAfterMs: 3_000 } as const;
    expect(nextTryAt(away, 5, now, 1)).toBe(now + 60_000);
  });

  test('a fraction of a millisecond is waited for as well', () => {
    const limited = { ok: false, why: 'rate-limited', code: 'any', retryAfterMs: 5_000.2 } as const;
    expect(nextTryAt(limited, 1, now, 0)).toBe(now + 5_001);
    expect(heldUntil(limited, now)).toEqual({ who: 'workspace', until: now + 5_001 });
  });

  test('who is held for one recipient holds up nobody else', () => {
    const limited = { ok: false, why: 'rate-limited', code: 'any', holds: 'recipient' } as const;
    expect(heldUntil(limited, now)).toEqual({ who: 'recipient', until: now + 2_500 });
  });
});

describe('how often a message is tried', () => {
  test('sixty times, while others get through', () => {
    expect(mostTries).toBe(60);
    expect([59, 60, 61].map((tries) => isGivenUp(tries, true))).toEqual([false, true, true]);
  });

  test('while nobody gets through it is not given up, and only the first ten count', () => {
    expect(isGivenUp(5_000, false)).toBe(false);
    expect([1, 9, 10, 11, 60].map((tries) => triesThatCount(tries, false))).toEqual([1, 9, 10, 10, 59]);
    expect([1, 10, 11, 60].map((tries) => triesThatCount(tries, true))).toEqual([1, 10, 11, 60]);
  });
});
