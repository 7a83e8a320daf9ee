import { expect, test } from '@jest/globals';
import { instantOf, wallClockAt } from '../../src/calendar/zoned.ts';

const paris = 'Europe/Paris';
const utc = (instant: number) => new Date(instant).toISOString().slice(0, 16);

test('a wall clock becomes an instant, and back', () => {
  const wall = { year: 2026, month: 11, day: 23, hour: 9, minute: 30 };
  const instant = instantOf(wall, paris);
  expect(utc(instant)).toBe('2026-11-23T08:30');
  expect(wallClockAt(instant, paris)).toMatchObject({ year: 2026, month: 11, day: 23, hour: 9, minute: 30 });
});

test('a time that is skipped comes later by the gap; one that comes twice is the first', () => {
  expect(utc(instantOf({ year: 2026, month: 3, day: 29, hour: 2, minute: 30 }, paris))).toBe(
    '2026-03-29T01:30',
  );
  expect(utc(instantOf({ year: 2026, month: 10, day: 25, hour: 2, minute: 30 }, paris))).toBe(
    '2026-10-25T00:30',
  );
});

test.each([
  { year: 2026, month: 2, day: 29, hour: 9, minute: 0 },
  { year: 2026, month: 13, day: 1, hour: 9, minute: 0 },
  { year: 2026, month: 1, day: 1, hour: 24, minute: 0 },
  { year: 2026, month: 1, day: 1, hour: 0, minute: 60 },
])('what is no time on any calendar is refused loudly: %o', (wall) => {
  expect(() => instantOf(wall, paris)).toThrow(RangeError);
});
