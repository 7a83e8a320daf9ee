import { describe, expect, test } from '@jest/globals';
import {
  allHours,
  canBeAsked,
  ceiling,
  invitedForMs,
  isAway,
  manyNominations,
  mostNominations,
  nominationKeptMs,
  nominationsCountMs,
  pageOf,
  parts,
  refresherOn,
  turnTo,
  usualMost,
} from '../../src/features/supporters/rules.ts';

const day = 86_400_000;

test('the numbers are those that are said in words', () => {
  expect({ usualMost, ceiling, mostNominations, manyNominations }).toEqual({
    ...{ usualMost: 4, ceiling: 5 },
    ...{ mostNominations: 10, manyNominations: 3 },
  });
  expect([nominationsCountMs, nominationKeptMs, invitedForMs]).toEqual([30 * day, 365 * day, 30 * day]);
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

describe('a long list', () => {
  const list = (length: number) => Array.from({ length }, (_, index) => index + 1);

  test.each([
    [0, undefined, 1, 1, []],
    [10, undefined, 1, 1, list(10)],
    [11, undefined, 1, 2, list(10)],
    [11, '2', 2, 2, [11]],
    [25, '3', 3, 3, [21, 22, 23, 24, 25]],
    [25, '2', 2, 3, list(20).slice(10)],
    [25, '9', 3, 3, [21, 22, 23, 24, 25]],
    [25, '0', 1, 3, list(10)],
    [25, '-4', 1, 3, list(10)],
    [25, 'two', 1, 3, list(10)],
    [25, '2.9', 2, 3, list(20).slice(10)],
  ] as const)('of %i, asked for page %s, is page %i of %i', (length, wanted, number, count, entries) => {
    expect(pageOf(list(length), wanted)).toEqual({ number, count, entries });
  });

  test('that has been cut already keeps its pages', () => {
    expect(turnTo([[1], [2, 3]], '2')).toEqual({ number: 2, count: 2, entries: [2, 3] });
  });
});
