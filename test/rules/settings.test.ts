import { expect, test } from '@jest/globals';
import { cadences } from '../../src/calendar/monday.ts';
import { readPauseEnd } from '../../src/features/settings/rules.ts';

/** Half past eleven at night on Wednesday 2 December in New York; in UTC it is Thursday already. */
const now = Date.parse('2026-12-03T04:30:00Z');

function pause(typed: string) {
  return readPauseEnd(typed, now, 'America/New_York');
}

function until(day: string) {
  return { ok: true, until: Date.parse(`${day}T05:00:00Z`) };
}

test.each([
  ['2w', '2026-12-16'],
  ['2 weeks', '2026-12-16'],
  ['for  two   weeks', '2026-12-16'],
  ['A WEEK', '2026-12-09'],
  ['one week', '2026-12-09'],
  ['three days', '2026-12-05'],
  ['four d', '2026-12-06'],
  ['1 day', '2026-12-03'],
  ['10d', '2026-12-12'],
  ['2026-12-24', '2026-12-24'],
  [' until 2026-12-24 ', '2026-12-24'],
  ['till 2026-12-03', '2026-12-03'],
  ['366d', '2027-12-03'],
])('"pause %s" ends when %s begins, where the one who pauses is', (typed, day) => {
  expect(pause(typed)).toEqual(until(day));
});

test.each([
  '',
  'soon',
  'weeks',
  '2',
  '2 m',
  '1000 d',
  'five days',
  'for 2026-12-24',
  'not until 2026-12-24',
  'x 2w',
  '2 weeks or so',
  '2026-until 12-24',
  '2026-12-32',
])('"pause %s" is not understood', (typed) => {
  expect(pause(typed)).toEqual({ ok: false, why: 'not-understood' });
});

test.each(['0 days', '2026-12-02', '2026-12-01', '2025-01-01'])('"pause %s" would be over', (typed) => {
  expect(pause(typed)).toEqual({ ok: false, why: 'past' });
});

test.each(['367d', '53w', '2027-12-04', '2999-01-01'])('"pause %s" reaches further than a year', (typed) => {
  expect(pause(typed)).toEqual({ ok: false, why: 'too-far' });
});

test('there are three rhythms, as they are offered', () => {
  expect(cadences).toEqual(['weekly', 'fortnightly', 'monthly']);
});
