import { describe, expect, test } from '@jest/globals';
import { showStanding, showStarted } from '../../src/features/guard/change.ts';
import { showGroups } from '../../src/features/guard/groups.ts';
import { inSteps, stepOf } from '../../src/features/guard/progress.ts';
import { type Rule, rounded, roundedShare } from '../../src/features/guard/rules.ts';
import { showTogether, type TogetherPoint } from '../../src/features/guard/together.ts';
import { areFree, exactly, named } from './look-alikes.ts';

describe('a table', () => {
  test.each([2, 3, 4, 5])('of %s groups tells nothing of any fewer than the smallest', (groups) => {
    for (let total = 1; total <= (groups === 5 ? 16 : 22); total += 1)
      expect([total, areFree(total, groups, (table) => showGroups(named(table), exactly()))]).toEqual([
        total,
        true,
      ]);
  });

  test.each(['two-groups-fit', 'smallest-group', 'complement'] as const)(
    'would without the rule %s',
    (without) => {
      const totals = Array.from({ length: 16 }, (_, index) => index + 1);
      const isFree = (total: number) =>
        areFree(total, 4, (table) => showGroups(named(table), { ...exactly(), without }));
      expect(totals.every(isFree)).toBe(false);
    },
  );

  test('says which groups are large enough, in their order, and what the others are together', () => {
    const table = named([40, 3, 90, 2, 20]);
    expect(showGroups(table, { smallest: 11, without: 'rounding' })).toEqual({
      type: 'groups',
      total: 155,
      shown: [
        { name: 'a', count: 40 },
        { name: 'c', count: 90 },
      ],
      together: 25,
    });
  });

  test.each([
    // Two are enough to hide each other, and eleven are enough people.
    [[40, 30, 6, 5], ['a', 'b'], 11],
    [[40, 30, 6, 4], ['a'], 40],
    [[40, 30, 3, 4, 4], ['a', 'b'], 11],
    [[40, 30, 10], ['a'], 40],
  ])('%j shows %j, and %s together', (counts, names, together) => {
    expect(showGroups(named(counts), { smallest: 11, without: 'rounding' })).toMatchObject({
      shown: names.map((name) => ({ name })),
      together,
    });
  });

  test('with all but a few in one group says which', () => {
    const shown = { type: 'nearly-all', total: 45, name: 'b' };
    expect(showGroups(named([3, 40, 2]), { smallest: 11 })).toEqual(shown);
    expect(showGroups(named([0, 45, 0]), { smallest: 11 })).toEqual(shown);
    expect(showGroups(named([11, 34, 0]), { smallest: 11 })).not.toEqual(shown);
  });

  test('with nobody in it says nothing', () => {
    expect(showGroups([], { smallest: 11 })).toBeNull();
    expect(showGroups(named([0, 0]), { smallest: 11, without: 'two-groups-fit' })).toBeNull();
    expect(showGroups(named([1, 0]), { smallest: 11, without: 'two-groups-fit' })).not.toBeNull();
  });

  test('with room for two smallest groups is the first to say anything', () => {
    expect(showGroups(named([21, 0]), { smallest: 11 })).toBeNull();
    expect(showGroups(named([22, 0]), { smallest: 11 })).toEqual({
      type: 'nearly-all',
      total: 20,
      name: 'a',
    });
    expect(showGroups(named([11, 11]), { smallest: 11 })).toMatchObject({ type: 'groups', together: 0 });
  });
});

describe('a curve of pairs that are still together', () => {
  const curve = (ended: readonly number[], total: number): readonly (TogetherPoint | null)[] => {
    const points: (TogetherPoint | null)[] = [];
    for (const [index] of ended.entries())
      points.push(showTogether({ started: total, ended: ended.slice(0, index + 1) }, points, exactly()));
    return points;
  };

  test('tells nothing of any fewer than the smallest, from one point to the next', () => {
    for (let total = 1; total <= 24; total += 1)
      expect([total, areFree(total, 4, (table) => curve(table.slice(0, 3), total))]).toEqual([total, true]);
  });

  test('hangs each point on the last share before it', () => {
    expect(curve([2, 3, 5], 40)).toEqual([
      { type: 'as-before' },
      { type: 'share', share: 87.5 },
      { type: 'share', share: 75 },
    ]);
    expect(curve([38, 1, 0], 40)).toEqual([{ type: 'few' }, null, null]);
  });
});

describe('what began in between', () => {
  test.each([
    [{ started: 11, ended: 11, standing: 22 }, 15],
    [{ started: 10, ended: 11, standing: 22 }, null],
    [{ started: 11, ended: 10, standing: 22 }, null],
    [{ started: 11, ended: 11, standing: 21 }, null],
  ])('is shown where nothing small follows from it: %j', (counts, shown) => {
    expect(showStarted(counts, { smallest: 11 })).toBe(shown);
  });

  test.each([
    ['change', { started: 11, ended: 0, standing: 11 }],
    ['smallest-group', { started: 1, ended: 11, standing: 12 }],
  ] as const)('would be shown without the rule %s', (without, counts) => {
    expect(showStarted(counts, { smallest: 11 })).toBeNull();
    expect(showStarted(counts, { smallest: 11, without })).not.toBeNull();
    expect(showStanding(3, { smallest: 11, without: 'smallest-group' })).toBe(5);
  });

  test('how many there are is shown from the smallest group on', () => {
    expect([10, 11, 240].map((count) => showStanding(count, { smallest: 11 }))).toEqual([null, 15, 240]);
  });
});

describe('rounding', () => {
  test('is to the nearest five, and never below the smallest group', () => {
    expect([11, 12, 17, 18, 22, 23, 240].map((count) => rounded(count, { smallest: 11 }))).toEqual([
      15, 15, 15, 20, 20, 25, 240,
    ]);
    expect([10, 12, 33].map((count) => roundedShare(count, 40, { smallest: 11 }))).toEqual([25, 30, 85]);
  });

  test('hides most times that one person more or less has an outcome', () => {
    const moved = (without?: Rule) =>
      Array.from({ length: 400 }, (_, nth) => nth + 30).filter((sent) => {
        const shown = (count: number) =>
          JSON.stringify(
            showGroups(named([count, 470 - count]), without ? { smallest: 11, without } : { smallest: 11 }),
          );
        return shown(sent) !== shown(sent + 1);
      }).length;
    expect(moved('rounding')).toBe(400);
    expect(moved()).toBeLessThanOrEqual(160);
  });
});

test('of a week that isn’t over, whatever the smallest group is set to one after the other tells no more than steps of eleven', () => {
  const everySetting = Array.from({ length: 996 }, (_, count) => ({ smallest: count + 5 }));
  const told = (sent: number) =>
    JSON.stringify(everySetting.map((limits) => inSteps({ sent, failed: 0, waiting: 0 }, limits).sent));
  expect(told(34)).toBe(told(43));
  expect(told(33)).not.toBe(told(32));
  for (const limits of everySetting) {
    expect(stepOf(limits)).toBeGreaterThanOrEqual(limits.smallest);
    expect(inSteps({ sent: limits.smallest - 1, failed: 0, waiting: 0 }, limits).sent).toBe(0);
  }
});

test('of a week that isn’t over, steps of the smallest group are told', () => {
  expect(inSteps({ sent: 43, failed: 10, waiting: 11 }, { smallest: 11 })).toEqual({
    sent: 33,
    failed: 0,
    waiting: 11,
  });
});
