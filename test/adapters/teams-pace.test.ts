import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ConversationPace } from '../../adapters/teams/conversation-pace.ts';

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const allowed = [
  [1000, 7],
  [2000, 8],
  [30_000, 60],
  [3_600_000, 1800],
] as const;

test('whatever is wanted when, no chat gets more than Teams takes, and waiting as told is enough', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1500 }), { maxLength: 400 }), (pauses) => {
      let now = 1_795_000_000_000;
      const pace = new ConversationPace(() => now);
      const gone: number[] = [];
      for (const pause of pauses) {
        now += pause;
        const wait = pace.take('a');
        now += wait;
        if (wait > 0) expect(pace.take('a')).toBe(0);
        gone.push(now);
      }
      for (const [ms, most] of allowed) {
        for (const [index, at] of gone.entries()) {
          const after = gone[index + most];
          if (after !== undefined) expect(after - at).toBeGreaterThanOrEqual(ms);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('in an hour 1,800 messages go, and the next one when the first is an hour old', () => {
  let now = 1_795_000_000_000;
  const pace = new ConversationPace(() => now);
  for (let count = 0; count < 1800; count += 1) {
    expect(pace.take('a')).toBe(0);
    now += 1900;
  }
  expect(pace.take('a')).toBe(3_600_000 - 1800 * 1900);
  expect(pace.take('b')).toBe(0);
});

test('a clock that is set back holds nobody up', () => {
  let now = 1_795_000_000_000;
  const pace = new ConversationPace(() => now);
  for (let count = 0; count < 7; count += 1) pace.take('a');
  now -= 3_600_000;
  expect(pace.take('a')).toBe(0);
});
