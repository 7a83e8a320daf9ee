import { expect, test } from '@jest/globals';
import { isLately } from '../../src/system/lately.ts';

test('an instant is of late until the time is over', () => {
  expect([999, 1_000, 1_001, 1_099, 1_100].map((now) => isLately(1_000, 100, now))).toEqual([
    ...[false, true, true, true],
    false,
  ]);
});

test('after the clock was set back, what was written before says nothing any more', () => {
  expect(isLately(1_000_000, 100, 1_000)).toBe(false);
});
