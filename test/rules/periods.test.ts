import { expect, test } from '@jest/globals';
import {
  endOf,
  halfYearBefore,
  halfYearOf,
  isWithinMonths,
  quarterBefore,
  quarterOf,
} from '../../src/calendar/periods.ts';

const at = (text: string): number => Date.parse(text);

test.each([
  ['2026-01-01T00:00:00Z', '2026-Q1', '2026-H1', '2025-Q4', '2025-H2'],
  ['2026-03-31T23:59:59Z', '2026-Q1', '2026-H1', '2025-Q4', '2025-H2'],
  ['2026-05-31T12:00:00Z', '2026-Q2', '2026-H1', '2026-Q1', '2025-H2'],
  ['2026-07-01T00:00:00Z', '2026-Q3', '2026-H2', '2026-Q2', '2026-H1'],
  ['2026-12-31T23:59:59Z', '2026-Q4', '2026-H2', '2026-Q3', '2026-H1'],
])(
  '%s is in %s and %s; before come %s and %s',
  (instant, quarter, halfYear, quarterOfBefore, halfYearOfBefore) => {
    expect(quarterOf(at(instant))).toBe(quarter);
    expect(halfYearOf(at(instant))).toBe(halfYear);
    expect(quarterBefore(at(instant))).toBe(quarterOfBefore);
    expect(halfYearBefore(at(instant), 1)).toBe(halfYearOfBefore);
  },
);

test('half-years go back over years', () => {
  expect(halfYearBefore(at('2026-08-31T00:00:00Z'), 4)).toBe('2024-H2');
});

test.each([
  ['2026-Q1', 0, '2026-04-01'],
  ['2026-Q4', 0, '2027-01-01'],
  ['2026-H1', 0, '2026-07-01'],
  ['2026-H2', 3, '2027-04-01'],
  ['2026-H2', 12, '2028-01-01'],
] as const)('%s and %s months more are over on %s', (period, months, day) => {
  expect(endOf(period, months)).toBe(at(`${day}T00:00:00Z`));
});

test('a quarter alone is over at its end', () => {
  expect(endOf('2026-Q2')).toBe(at('2026-07-01T00:00:00Z'));
});

test('three months from the last of November are over on the last of February', () => {
  const began = at('2026-11-30T08:00:00Z');
  expect(isWithinMonths(began, at('2027-02-28T07:59:59Z'), 3)).toBe(true);
  expect(isWithinMonths(began, at('2027-02-28T08:00:00Z'), 3)).toBe(false);
});
