import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  type CalendarDay,
  clockTime,
  dayText,
  instantAt,
  isTimeZone,
  localDay,
  localMinute,
  parseClockTime,
  parseDay,
} from '../../src/calendar/local-time.ts';
import { DAY, ZONES } from './clocks.ts';

const anyDay = fc.integer({ min: 0, max: Date.UTC(2999, 11, 31) / DAY }).map((days) => dayOf(days * DAY));

function dayOf(utc: number): CalendarDay {
  const date = new Date(utc);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

describe('a time zone that someone names', () => {
  test.each([
    'Europe/Paris',
    'UTC',
    'europe/kyiv',
    'Europe/Kiev',
    'Asia/Kolkata',
    'America/Argentina/San_Luis',
    'GB',
  ])('%s is one', (text) => {
    expect(isTimeZone(text)).toBe(true);
  });

  test.each([
    '',
    ' ',
    '+02:00',
    '-0500',
    '+02',
    'UTC+1',
    'Paris',
    'Europe/Paris ',
    'Z',
    'local',
    'constructor',
  ])('%j is none', (text) => {
    expect(isTimeZone(text)).toBe(false);
  });

  test.each(['BST', 'ist', 'CST', 'PST', 'ACT', 'SystemV/PST8'])(
    '%s is none: only ICU knows it, and often as another place than the person means',
    (text) => {
      expect(isTimeZone(text)).toBe(false);
    },
  );

  test('all that Intl lists are', () => {
    expect(ZONES.filter((zone) => !isTimeZone(zone))).toEqual([]);
  });

  test('a name that is none is refused loudly where a time is computed', () => {
    expect(() => instantAt({ year: 2026, month: 1, day: 1 }, 0, 'Mars/Olympus')).toThrow(RangeError);
    expect(() => localDay(0, 'Mars/Olympus')).toThrow(RangeError);
    expect(() => localMinute(0, '')).toThrow(RangeError);
    expect(() => localMinute(Number.NaN, 'UTC')).toThrow(RangeError);
  });
});

describe('a time that someone writes', () => {
  test.each([
    ['09:00', 540],
    ['9:00', 540],
    [' 07:05 ', 425],
    ['00:00', 0],
    ['23:59', 1439],
    ['9 am', 540],
    ['9:00 AM', 540],
    ['9:05 p.m.', 1265],
    ['12 am', 0],
    ['12:30pm', 750],
  ])('%j is %i minutes after midnight', (text, minutes) => {
    expect(parseClockTime(text)).toBe(minutes);
  });

  test.each([
    '',
    '24:00',
    '12:60',
    '9',
    '9:0',
    '0900',
    '009:00',
    '0 am',
    '13 pm',
    '9:00 xm',
    '9 a',
    '-1:00',
    '09:00:00',
    '09.00',
    '٠٩:٠٠',
  ])('%j is refused', (text) => {
    expect(parseClockTime(text)).toBeNull();
  });

  test('every minute of the day reads back as it is shown, in five characters', () => {
    for (let minute = 0; minute < 1440; minute++) {
      expect(clockTime(minute)).toMatch(/^\d\d:\d\d$/);
      expect(parseClockTime(clockTime(minute))).toBe(minute);
    }
  });

  test.each([-1, 1440, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'minute %d is refused loudly',
    (minute) => {
      expect(() => clockTime(minute)).toThrow(RangeError);
      expect(() => instantAt({ year: 2026, month: 1, day: 1 }, minute, 'UTC')).toThrow(RangeError);
    },
  );
});

describe('a date that someone writes', () => {
  test('is understood', () => {
    expect(parseDay('2026-12-24')).toEqual({ year: 2026, month: 12, day: 24 });
    expect(parseDay('2028-02-29')).toEqual({ year: 2028, month: 2, day: 29 });
  });

  test.each([
    '',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-2',
    ' 2026-12-24',
    '24.12.2026',
  ])('%j is refused', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  test.each(['1969-12-31', '3000-01-01', '2026-12-24T00:00', '2026-12-24\n', '+2026-12-24', '2026-12-00'])(
    '%j is refused too',
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );

  test('reads back as it is shown', () => {
    fc.assert(fc.property(anyDay, (day) => expect(parseDay(dayText(day))).toEqual(day)));
  });

  test('sorts as text the way days follow each other', () => {
    fc.assert(fc.property(anyDay, (day) => dayText(day) < dayText(addDays(day, 1))));
  });

  test('moved by days lands where the calendar says, and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -10_000, max: 10_000 }), (day, count) => {
        const moved = addDays(day, count);
        expect(moved).toEqual(dayOf(Date.UTC(day.year, day.month - 1, day.day + count)));
        expect(addDays(moved, -count)).toEqual(day);
      }),
    );
  });

  test('one that does not exist is refused loudly', () => {
    const missing = { year: 2026, month: 2, day: 30 };
    expect(() => addDays(missing, 1)).toThrow(RangeError);
    expect(() => dayText(missing)).toThrow(RangeError);
    expect(() => instantAt(missing, 0, 'UTC')).toThrow(RangeError);
    expect(() => addDays({ year: 2026, month: 2, day: 3 }, 1.5)).toThrow(RangeError);
  });
});
