import { describe, expect, test } from '@jest/globals';
import { iso, isoOrNull } from '../../src/calendar/instant-text.ts';
import {
  addWeeks,
  type IsoWeek,
  mondayOf,
  parseIsoWeek,
  weekNumber,
  weekOf,
  weekOrdinal,
} from '../../src/calendar/iso-week.ts';
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
import { firstWeekAfter, nextWeekFor, nudgeInstant, usefulUntil } from '../../src/calendar/monday.ts';

const at = (text: string): number => Date.parse(text);
const utc = (instant: number): string => new Date(instant).toISOString();
const paris = 'Europe/Paris';

describe('a week', () => {
  test.each([
    ['2026-W48', '2026-W48'],
    [' 2026-w05\n', '2026-W05'],
    ['1970-W01', '1970-W01'],
    ['2999-W52', '2999-W52'],
    ['2026-W53', '2026-W53'],
    ['2025-W53', null],
    ['2026-W00', null],
    ['2026-W54', null],
    ['1969-W52', null],
    ['3000-W01', null],
    ['12026-W01', null],
    ['2026-W011', null],
    ['2026-W1', null],
    ['2026-11-23', null],
    ['', null],
  ])('%j is read as %p', (text, week) => {
    expect(parseIsoWeek(text)).toBe(week);
  });

  test('is the one that it is where someone is', () => {
    const instant = at('2026-11-22T23:30:00Z');
    expect([weekOf(instant, 'UTC'), weekOf(instant, paris)]).toEqual(['2026-W47', '2026-W48']);
    expect(weekOf(at('2027-01-03T12:00:00Z'), 'UTC')).toBe('2026-W53');
    expect(weekOf(at('2026-01-01T12:00:00Z'), 'UTC')).toBe('2026-W01');
  });

  test('has a Monday, a number, and a place among all weeks', () => {
    expect(mondayOf('2026-W48')).toEqual({ year: 2026, month: 11, day: 23 });
    expect([weekNumber('2026-W05'), weekNumber('2026-W53')]).toEqual([5, 53]);
    expect((['1970-W01', '1970-W02', '1970-W03', '2026-W48'] as const).map(weekOrdinal)).toEqual([
      ...[-1, 0, 1],
      2968,
    ]);
  });

  test('is counted on and back over the ends of years', () => {
    expect([addWeeks('2026-W52', 1), addWeeks('2026-W52', 2), addWeeks('2027-W01', -1)]).toEqual([
      ...['2026-W53', '2027-W01'],
      '2026-W53',
    ]);
    expect(addWeeks('2026-W05', 0)).toBe('2026-W05');
    expect([addWeeks('1970-W02', -1), addWeeks('2999-W51', 1)]).toEqual(['1970-W01', '2999-W52']);
  });

  test('that is none, or would be beyond all years, is refused loudly', () => {
    for (const refused of [
      () => mondayOf('2026-W54'),
      () => mondayOf('soon' as IsoWeek),
      () => addWeeks('2026-W48', 0.5),
    ])
      expect(refused).toThrow(RangeError);
    expect(() => mondayOf('2026-W54')).toThrow('not an ISO week: 2026-W54');
    expect(() => addWeeks('2026-W48', 0.5)).toThrow('not a whole number of weeks: 0.5');
    expect(() => addWeeks('1970-W01', -1)).toThrow('no week of the years 1970 to 2999: the year is 1969');
    expect(() => addWeeks('2999-W52', 1)).toThrow('the year is 3000');
  });
});

describe('a day', () => {
  test.each<[string, CalendarDay | null]>([
    ['2026-12-24', { year: 2026, month: 12, day: 24 }],
    ['2028-02-29', { year: 2028, month: 2, day: 29 }],
    ['2026-02-29', null],
    ['2026-13-01', null],
    ['1969-12-31', null],
    ['12026-12-24', null],
    ['+002026-12-24', null],
    ['3000-01-01', null],
    ['2026-12-24 ', null],
    [' 2026-12-24', null],
    ['2026-12-24T09:00', null],
    ['2026-W48', null],
    ['', null],
  ])('%j is read as %p', (text, day) => {
    expect(parseDay(text)).toEqual(day);
    if (day !== null) expect(dayText(day)).toBe(text);
  });

  test('is the one that it is where someone is', () => {
    const instant = at('2026-12-31T23:30:00Z');
    expect(localDay(instant, 'UTC')).toEqual({ year: 2026, month: 12, day: 31 });
    expect(localDay(instant, paris)).toEqual({ year: 2027, month: 1, day: 1 });
  });

  test('is counted on and back', () => {
    const newYear = { year: 2027, month: 1, day: 1 };
    expect([addDays(newYear, -1), addDays(newYear, 31), addDays(newYear, 0)]).toEqual([
      { year: 2026, month: 12, day: 31 },
      { year: 2027, month: 2, day: 1 },
      newYear,
    ]);
    expect(() => addDays(newYear, 0.5)).toThrow('not a whole number of days: 0.5');
  });

  test.each([
    { year: 2026, month: 2, day: 29 },
    { year: 2026, month: 13, day: 1 },
    { year: 2026, month: 0, day: 1 },
    { year: 2026, month: 1, day: 0 },
  ])('%j exists in no year, and is refused loudly', (day) => {
    expect(() => dayText(day)).toThrow(`no such day: ${day.year}-${day.month}-${day.day}`);
  });
});

describe('a time of day', () => {
  test.each([
    ['09:00', 540],
    [' 9:05 ', 545],
    ['00:00', 0],
    ['23:59', 1439],
    ['19:30', 1170],
    ['24:00', null],
    ['9:60', null],
    ['9:5', null],
    ['109:00', null],
    ['9:000', null],
    ['9', null],
  ])('%j is read as %p', (text, minute) => {
    expect(parseClockTime(text)).toBe(minute);
  });

  test('is written in five characters, and no other minutes are', () => {
    expect([0, 545, 1439].map(clockTime)).toEqual(['00:00', '09:05', '23:59']);
    for (const minute of [-1, 1440, 0.5])
      expect(() => clockTime(minute)).toThrow(`not a minute of a day: ${minute}`);
  });

  test('is an instant where someone is; a skipped one comes later, of two the first counts', () => {
    const instant = instantAt({ year: 2026, month: 11, day: 23 }, 575, paris);
    expect(utc(instant)).toBe('2026-11-23T08:35:00.000Z');
    expect(localMinute(instant + 59_999, paris)).toBe(575);
    expect(utc(instantAt({ year: 2026, month: 3, day: 29 }, 150, paris))).toBe('2026-03-29T01:30:00.000Z');
    expect(utc(instantAt({ year: 2026, month: 10, day: 25 }, 150, paris))).toBe('2026-10-25T00:30:00.000Z');
  });
});

test.each([
  [paris, true],
  ['europe/paris', true],
  ['UTC', true],
  ['Etc/GMT+12', true],
  ['America/Port-au-Prince', true],
  ['+02:00', false],
  ['-02:00', false],
  ['BST', false],
  ['SystemV/PST8', false],
  ['systemv/pst8', false],
  [' UTC', false],
  ['Mars/Olympus', false],
  ['', false],
])('whether %j is a time zone: %p', (text, is) => {
  expect(isTimeZone(text)).toBe(is);
});

describe('Mondays', () => {
  test('come at the chosen minute, and are of use until Friday begins', () => {
    expect(utc(nudgeInstant('2026-W48', 540, paris))).toBe('2026-11-23T08:00:00.000Z');
    expect(utc(nudgeInstant('2026-W48', 541, paris))).toBe('2026-11-23T08:01:00.000Z');
    expect(utc(nudgeInstant('2026-W48', 540, 'UTC'))).toBe('2026-11-23T09:00:00.000Z');
    expect(utc(usefulUntil('2026-W48', paris))).toBe('2026-11-26T23:00:00.000Z');
    expect(utc(usefulUntil('2026-W48', 'UTC'))).toBe('2026-11-27T00:00:00.000Z');
    expect(utc(usefulUntil('2026-W49', 'UTC'))).toBe('2026-12-04T00:00:00.000Z');
    // Asked again, they are the same.
    expect(utc(nudgeInstant('2026-W48', 540, paris))).toBe('2026-11-23T08:00:00.000Z');
  });

  test('follow each other by the rhythm', () => {
    expect([nextWeekFor('weekly', '2026-W46'), nextWeekFor('fortnightly', '2026-W46')]).toEqual([
      '2026-W47',
      '2026-W48',
    ]);
    expect([nextWeekFor('weekly', '2026-W53'), nextWeekFor('fortnightly', '2026-W52')]).toEqual([
      '2027-W01',
      '2027-W01',
    ]);
    // The first Mondays of November and December 2026, and of January and February 2027.
    const monthly = (week: IsoWeek) => nextWeekFor('monthly', week);
    expect([monthly('2026-W44'), monthly('2026-W45')]).toEqual(['2026-W45', '2026-W50']);
    expect([monthly('2026-W50'), monthly('2027-W01')]).toEqual(['2027-W01', '2027-W05']);
    // Monday the seventh is the first of its month, Monday the eighth is not.
    expect([monthly('2026-W49'), monthly('2026-W23')]).toEqual(['2026-W50', '2026-W28']);
  });

  test('begin with the first that is still to come', () => {
    const monday = at('2026-11-23T08:00:00Z');
    expect(
      [monday - 1, monday, at('2026-11-29T12:00:00Z')].map((now) => firstWeekAfter(now, 540, paris)),
    ).toEqual([...['2026-W48', '2026-W49'], '2026-W49']);
  });
});

test('an instant of a copy to take away is written in full', () => {
  expect(iso(0)).toBe('1970-01-01T00:00:00.000Z');
  expect([isoOrNull(null), isoOrNull(0)]).toEqual([null, '1970-01-01T00:00:00.000Z']);
});
