import { describe, expect, test } from '@jest/globals';
import {
  allHours,
  canBeAsked,
  ceiling,
  invitedForMs,
  isAway,
  parts,
  refresherOn,
  usualMost,
} from '../../src/features/supporters/rules.ts';

const day = 86_400_000;

test('the numbers are those that are said in words', () => {
  expect({ usualMost, ceiling }).toEqual({ usualMost: 4, ceiling: 5 });
  expect(invitedForMs).toBe(30 * day);
});

test('what stands in a card is kept by these names', () => {
  expect(allHours).toEqual(['days', 'nights']);
  expect(parts).toEqual([
    ...['profession', 'specialty', 'rank', 'unit'],
    ...['kinds', 'languages', 'hours', 'contact'],
  ]);
});

const here = { awayFrom: null, awayUntil: null };

describe('someone is away', () => {
  test.each([
    [here, false],
    [{ awayFrom: '2026-12-01', awayUntil: '2026-12-03' }, true],
    [{ awayFrom: '2026-12-02', awayUntil: '2026-12-02' }, true],
    [{ awayFrom: '2026-12-03', awayUntil: '2026-12-05' }, false],
    [{ awayFrom: '2026-11-01', awayUntil: '2026-12-01' }, false],
    // From a day on, until they say otherwise; and since ever, until a day.
    [{ awayFrom: '2026-12-02', awayUntil: null }, true],
    [{ awayFrom: '2026-12-03', awayUntil: null }, false],
    [{ awayFrom: null, awayUntil: '2026-12-02' }, true],
    [{ awayFrom: null, awayUntil: '2026-12-01' }, false],
  ])('with %j on December 2: %s', (days, away) => {
    expect(isAway(days, '2026-12-02')).toBe(away);
    expect(canBeAsked({ ...days, trainedOn: '2026-01-15' }, '2026-12-02')).toBe(!away);
  });

  test('and nobody is asked before they are trained', () => {
    expect(canBeAsked({ ...here, trainedOn: null }, '2026-12-02')).toBe(false);
  });
});

test('a training is due again after two years, on the same day', () => {
  expect(refresherOn('2026-01-15')).toBe('2028-01-15');
  expect(refresherOn('2999-12-31')).toBe('3001-12-31');
});
