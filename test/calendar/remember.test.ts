import { expect, test } from '@jest/globals';
import { remember } from '../../src/calendar/remember.ts';

test('what was computed once is not computed again, also when it is 0', () => {
  const kept = new Map<string, number>();
  expect(remember(kept, 10, 'a', () => 0)).toBe(0);
  expect(remember(kept, 10, 'a', () => 1)).toBe(0);
});

test('what was computed before is still kept after something else was', () => {
  const kept = new Map<string, number>();
  expect(remember(kept, 2, 'a', () => 1)).toBe(1);
  expect(remember(kept, 2, 'b', () => 2)).toBe(2);
  expect(remember(kept, 2, 'a', () => 3)).toBe(1);
});

test('however many people and zones there are, no more is kept than the limit', () => {
  const kept = new Map<string, number>();
  for (let key = 0; key < 1_000; key++) {
    expect(remember(kept, 10, String(key), () => key)).toBe(key);
    expect(kept.size).toBeLessThanOrEqual(10);
  }
});

test('what failed is tried again the next time', () => {
  const kept = new Map<string, number>();
  const fail = () => {
    throw new RangeError('not now');
  };
  expect(() => remember(kept, 10, 'a', fail)).toThrow('not now');
  expect(remember(kept, 10, 'a', () => 7)).toBe(7);
});
