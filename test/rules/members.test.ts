import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addWeeks, type IsoWeek } from '../../src/calendar/iso-week.ts';
import type { Cadence } from '../../src/calendar/monday.ts';
import {
  isPaused,
  newRhythm,
  scheduleByCadence,
  scheduleNextMonday,
  scheduleSameWeek,
} from '../../src/people/members/rules.ts';

/** Monday 30 November 2026, nine in Paris: the Monday of W49. */
const monday = Date.parse('2026-11-30T08:00:00Z');

function wishes(cadence: Cadence = 'weekly', lastWeek: IsoWeek | null = null) {
  return { timeZone: 'Europe/Paris', nudgeMinute: 9 * 60, cadence, lastWeek };
}

describe('a new member', () => {
  test('is asked on the next Monday, whatever the rhythm: today, if nine is still to come', () => {
    expect(scheduleNextMonday(wishes('monthly'), monday - 1)).toEqual({
      nextWeek: '2026-W49',
      nextNudgeAt: monday,
    });
    expect(scheduleNextMonday(wishes(), monday)).toEqual({
      nextWeek: '2026-W50',
      nextNudgeAt: Date.parse('2026-12-07T08:00:00Z'),
    });
  });

  test('who has a buddy again in a week that was accounted for is asked in the one after it', () => {
    expect(scheduleNextMonday(wishes('weekly', '2026-W48'), monday - 1).nextWeek).toBe('2026-W49');
    expect(scheduleNextMonday(wishes('weekly', '2026-W49'), monday - 1).nextWeek).toBe('2026-W50');
    // Where it was Monday already, before they moved west.
    expect(scheduleNextMonday(wishes('weekly', '2026-W51'), monday - 1).nextWeek).toBe('2026-W52');
  });
});

describe('a rhythm', () => {
  test.each<[Cadence, IsoWeek | null, IsoWeek]>([
    ['weekly', null, '2026-W49'],
    ['fortnightly', null, '2026-W49'],
    // The first Monday of December is the seventh.
    ['monthly', null, '2026-W50'],
    ['weekly', '2026-W48', '2026-W49'],
    ['fortnightly', '2026-W48', '2026-W50'],
    ['fortnightly', '2026-W47', '2026-W49'],
    ['fortnightly', '2026-W40', '2026-W50'],
    ['monthly', '2026-W45', '2026-W50'],
    ['monthly', '2026-W50', '2027-W01'],
    ['weekly', '2026-W30', '2026-W49'],
  ])('%s, last asked in %s: next in %s', (cadence, lastWeek, nextWeek) => {
    expect(scheduleByCadence(wishes(cadence, lastWeek), monday - 1).nextWeek).toBe(nextWeek);
  });

  test('never asks in the past, nor twice for a week', () => {
    const cadence = fc.constantFrom<Cadence>('weekly', 'fortnightly', 'monthly');
    fc.assert(
      fc.property(cadence, fc.integer({ min: -60, max: 3 }), (cadence, weeks) => {
        const lastWeek = addWeeks('2026-W49', weeks);
        const { nextWeek, nextNudgeAt } = scheduleByCadence(wishes(cadence, lastWeek), monday);
        expect(nextNudgeAt).toBeGreaterThan(monday);
        expect(nextWeek > lastWeek).toBe(true);
      }),
    );
  });
});

test('another time of day or zone is the same week at its own Monday, even if that is over', () => {
  expect(
    scheduleSameWeek('2026-W49', { ...wishes('monthly', '2026-W49'), nudgeMinute: 0, timeZone: 'UTC' }),
  ).toEqual({
    nextWeek: '2026-W49',
    nextNudgeAt: Date.parse('2026-11-30T00:00:00Z'),
  });
});

test('a pause lasts until its end or until someone resumes, and is over at that very instant', () => {
  expect(isPaused({ pausedAt: null, pausedUntil: null }, 5)).toBe(false);
  expect(isPaused({ pausedAt: null, pausedUntil: 9 }, 5)).toBe(false);
  expect(isPaused({ pausedAt: 1, pausedUntil: null }, 5)).toBe(true);
  expect([4, 5, 6].map((until) => isPaused({ pausedAt: 1, pausedUntil: until }, 5))).toEqual([
    false,
    false,
    true,
  ]);
});

test('a first rhythm is every Monday, from the next one on', () => {
  expect(newRhythm(9 * 60, 'Europe/Paris', monday)).toEqual({
    ...{ nudgeMinute: 9 * 60, cadence: 'weekly', lastWeek: null, pausedAt: null, pausedUntil: null },
    nextWeek: '2026-W50',
    nextNudgeAt: Date.parse('2026-12-07T08:00:00Z'),
  });
});

test('someone without a rhythm has no pause', () => {
  expect(isPaused(null, 5)).toBe(false);
});
