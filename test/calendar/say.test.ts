import { expect, test } from '@jest/globals';
import { parseIsoWeek, weekOf } from '../../src/calendar/iso-week.ts';
import {
  sayDate,
  sayDay,
  sayHalfYear,
  sayInstant,
  sayMonday,
  sayQuarter,
  sayTime,
} from '../../src/calendar/say.ts';
import type { Reader } from '../../src/chat/reader.ts';

const instant = Date.parse('2026-11-23T23:05:00Z');

function inZone(timeZone: string): Omit<Reader, 'platform'> {
  return { language: 'en', hours: 12, timeZone };
}

test('an instant is said as clocks and calendars show it where the reader is', () => {
  expect(sayInstant(instant, inZone('UTC'))).toBe('Monday, November 23, 11:05 PM');
  expect(sayInstant(instant, inZone('Europe/Paris'))).toBe('Tuesday, November 24, 12:05 AM');
  expect(sayInstant(instant, inZone('America/New_York'))).toBe('Monday, November 23, 6:05 PM');
  expect(sayDay(instant, inZone('Europe/Paris'))).toBe('Tuesday, November 24');
});

test('readers in two zones, asked in turns, each keep their own', () => {
  for (let times = 0; times < 3; times++) {
    expect(sayDay(instant, inZone('Pacific/Kiritimati'))).toBe('Tuesday, November 24');
    expect(sayDay(instant, inZone('Pacific/Honolulu'))).toBe('Monday, November 23');
  }
});

test('a time of day is said on a twelve-hour clock, also at midnight and at noon', () => {
  expect([0, 540, 720, 1439].map((minute) => sayTime(minute, { language: 'en', hours: 12 }))).toEqual([
    '12:00 AM',
    '9:00 AM',
    '12:00 PM',
    '11:59 PM',
  ]);
});

test('who reads a clock of twenty-four hours reads times so, in either language, and midnight as 00:00', () => {
  for (const language of ['en', 'es'] as const)
    expect([0, 540, 1439].map((minute) => sayTime(minute, { language, hours: 24 }))).toEqual([
      '00:00',
      '09:00',
      '23:59',
    ]);
  expect(sayInstant(instant, { ...inZone('UTC'), hours: 24 })).toBe('Monday, November 23, 23:05');
  // The other clock isn't forgotten over it.
  expect(sayInstant(instant, inZone('UTC'))).toBe('Monday, November 23, 11:05 PM');
});

test('the Monday of a week is the same day wherever the reader is; a date that may be long ago has its year', () => {
  expect(sayMonday(parseIsoWeek('2026-W53') ?? weekOf(0, 'UTC'), { language: 'en' })).toBe('December 28');
  expect(sayDate(instant, inZone('Europe/Paris'))).toBe('November 24, 2026');
});

test('a quarter and a half-year are said as people write them, in their language', () => {
  const say = (language: 'en' | 'es') => [
    sayQuarter('2026-Q4', { language }),
    sayHalfYear('2026-H2', { language }),
  ];
  expect(say('en')).toEqual(['Q4 2026', 'H2 2026']);
  expect(say('es')).toEqual(['T4 2026', 'S2 2026']);
});
