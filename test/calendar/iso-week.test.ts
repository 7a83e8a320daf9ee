import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addWeeks,
  type IsoWeek,
  mondayOf,
  parseIsoWeek,
  weekNumber,
  weekOf,
  weekOrdinal,
} from '../../src/calendar/iso-week.ts';
import { dayText, localDay } from '../../src/calendar/local-time.ts';
import { DAY, wallAt, ZONES } from './clocks.ts';

const FIRST = weekOrdinal('1970-W01');
const LAST = weekOrdinal('2999-W52');
const anyWeek = fc.integer({ min: FIRST, max: LAST }).map((ordinal) => addWeeks('1970-W02', ordinal));

describe('an administrator writes the week a question is for', () => {
  test.each([
    ['2026-W48', '2026-W48'],
    [' 2026-w48 ', '2026-W48'],
    ['\t2026-W01\n', '2026-W01'],
    ['2026-W53', '2026-W53'],
    ['2020-W53', '2020-W53'],
    ['1970-W01', '1970-W01'],
    ['2999-W52', '2999-W52'],
  ])('%j is understood as %s', (text, week) => {
    expect(parseIsoWeek(text)).toBe(week);
  });

  test.each([
    '',
    '2026',
    '48',
    '2026-48',
    '2026W48',
    '2026-W8',
    '2026-W048',
    '2026-W00',
    '2026-W54',
    '2025-W53',
    '2024-W53',
    '1969-W52',
    '3000-W01',
    '26-W48',
    '2026-W48-1',
    '2026- W48',
    '-2026-W48',
    '２０２６-W48',
    'next week',
  ])('%j is refused', (text) => {
    expect(parseIsoWeek(text)).toBeNull();
  });

  test('every week reads back as it was written', () => {
    fc.assert(fc.property(anyWeek, (week) => parseIsoWeek(` ${week.toLowerCase()} `) === week));
  });

  test('whatever is typed, the answer is a well-formed week or null', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^\s?\d{4}-[wW]\d\d\s?$/));
    fc.assert(
      fc.property(text, (typed) => {
        const week = parseIsoWeek(typed);
        return week === null || (/^\d{4}-W\d\d$/.test(week) && parseIsoWeek(week) === week);
      }),
    );
  });
});

describe('the week someone is in', () => {
  test.each([
    ['2026-01-01T12:00Z', 'UTC', '2026-W01'],
    ['2025-12-29T12:00Z', 'UTC', '2026-W01'],
    ['2027-01-03T12:00Z', 'UTC', '2026-W53'],
    ['2027-01-04T12:00Z', 'UTC', '2027-W01'],
    ['2023-01-01T12:00Z', 'UTC', '2022-W52'],
    ['1970-01-01T00:00Z', 'UTC', '1970-W01'],
  ])('%s in %s is %s, at New Year too', (at, zone, week) => {
    expect(weekOf(Date.parse(at), zone)).toBe(week);
  });

  test('is next week already in Kiritimati while it is still this week in Honolulu', () => {
    const instant = Date.parse('2026-11-22T12:00Z');
    expect(weekOf(instant, 'Pacific/Kiritimati')).toBe('2026-W48');
    expect(weekOf(instant, 'Pacific/Honolulu')).toBe('2026-W47');
  });

  test('runs from the Monday to the Sunday on the wall, in any zone at any time', () => {
    const instant = fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2900, 0, 1) });
    const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (at, zone) => {
        const wall = wallAt(at, zone);
        const monday = mondayOf(weekOf(at, zone));
        const start = Date.UTC(monday.year, monday.month - 1, monday.day);
        return Math.floor((wall.time - start) / DAY) === days.indexOf(wall.weekday);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the weeks of the calendar', () => {
  test('all of 1970 to 2999, walked Monday by Monday, have the right name, number, ordinal and order', () => {
    const wrong: string[] = [];
    let week: IsoWeek = '1970-W01';
    let number = 0;
    let year = 1970;
    for (let monday = Date.UTC(1969, 11, 29); ; monday += 7 * DAY) {
      const thursdaysYear = new Date(monday + 3 * DAY).getUTCFullYear();
      number = thursdaysYear === year ? number + 1 : 1;
      year = thursdaysYear;
      const right =
        week === `${year}-W${number < 10 ? '0' : ''}${number}` &&
        weekNumber(week) === number &&
        weekOrdinal(week) === (monday / DAY - 4) / 7 &&
        dayText(mondayOf(week)) === new Date(monday).toISOString().slice(0, 10);
      if (!right) wrong.push(week);
      if (week === '2999-W52') break;
      const next = addWeeks(week, 1);
      if (next <= week) wrong.push(`${next} sorts before ${week}`);
      week = next;
    }
    expect(wrong).toEqual([]);
    expect(year).toBe(2999);
  });

  test('count 0 for the week of Monday 5 January 1970', () => {
    expect(weekOrdinal('1970-W02')).toBe(0);
    expect(weekOrdinal('1970-W01')).toBe(-1);
    expect(weekOrdinal('2027-W01') - weekOrdinal('2026-W53')).toBe(1);
  });

  test('going on and back the same number of weeks ends where it began', () => {
    fc.assert(
      fc.property(anyWeek, anyWeek, (one, other) => {
        const count = weekOrdinal(other) - weekOrdinal(one);
        return addWeeks(one, count) === other && addWeeks(other, -count) === one;
      }),
    );
  });

  test('a week is the week of its own Monday', () => {
    fc.assert(
      fc.property(anyWeek, (week) => {
        const monday = mondayOf(week);
        const noon = Date.UTC(monday.year, monday.month - 1, monday.day, 12);
        expect(weekOf(noon, 'UTC')).toBe(week);
        expect(localDay(noon, 'UTC')).toEqual(monday);
      }),
    );
  });

  test('what is no week, or beyond 1970 to 2999, is refused loudly', () => {
    expect(() => mondayOf('2025-W53')).toThrow(RangeError);
    expect(() => weekOrdinal('2026-Wxx')).toThrow(RangeError);
    expect(() => weekNumber('2026-W1')).toThrow(RangeError);
    expect(() => addWeeks('2999-W52', 1)).toThrow(RangeError);
    expect(() => addWeeks('1970-W01', -1)).toThrow(RangeError);
    expect(() => addWeeks('2026-W01', 0.5)).toThrow(RangeError);
    expect(() => addWeeks('2026-W01', Number.NaN)).toThrow(RangeError);
    expect(() => weekOf(Number.NaN, 'UTC')).toThrow(RangeError);
    expect(() => weekOf(Date.UTC(3100, 0, 1), 'UTC')).toThrow(RangeError);
    expect(() => weekOf(0, 'Mars/Olympus')).toThrow(RangeError);
  });
});
