import { expect, test } from '@jest/globals';
import { sayDay, sayInstant } from '../../src/calendar/say.ts';
import type { Reader } from '../../src/chat/reader.ts';

const instant = Date.parse('2026-11-23T23:05:00Z');

function inZone(timeZone: string): Pick<Reader, 'language' | 'timeZone'> {
  return { language: 'en', timeZone };
}

test('an instant is said as clocks and calendars show it where the reader is', () => {
  expect(sayInstant(instant, inZone('UTC'))).toBe('Monday 23 November, 23:05');
  expect(sayInstant(instant, inZone('Europe/Paris'))).toBe('Tuesday 24 November, 00:05');
  expect(sayInstant(instant, inZone('America/New_York'))).toBe('Monday 23 November, 18:05');
  expect(sayDay(instant, inZone('Europe/Paris'))).toBe('Tuesday 24 November');
});

test('readers in two zones, asked in turns, each keep their own', () => {
  for (let times = 0; times < 3; times++) {
    expect(sayDay(instant, inZone('Pacific/Kiritimati'))).toBe('Tuesday 24 November');
    expect(sayDay(instant, inZone('Pacific/Honolulu'))).toBe('Monday 23 November');
  }
});
