import { describe, expect, test } from '@jest/globals';
import { showGroups } from '../../src/features/guard/groups.ts';
import { showParts } from '../../src/features/guard/parts.ts';
import type { Rule } from '../../src/features/guard/rules.ts';
import { exactly, lookAlikes, named, smallest, upTo } from './look-alikes.ts';

describe('the parts of a whole', () => {
  /** What is shown of three places, the last of them without a name, by how many of each are counted. */
  const shownOf = (sizes: readonly number[], without?: Rule) => (counts: readonly number[]) => {
    const limits = exactly(without);
    const [count, total] = [counts, sizes].map((all) => all.reduce((sum, one) => sum + one, 0)) as [
      number,
      number,
    ];
    const whole = showGroups(named([count, total - count]), exactly());
    const parts = ['x', 'y'].map((name, index) => ({
      name,
      count: counts[index] ?? 0,
      total: sizes[index] ?? 0,
    }));
    return [whole, whole?.type === 'groups' ? showParts({ count, total }, parts, limits) : null];
  };

  /** Whether any so few, of whichever places, could be counted or not as they like. */
  const arePartsFree = (sizes: readonly number[], without?: Rule): boolean =>
    lookAlikes(upTo(sizes), shownOf(sizes, without)).every((alike) =>
      [...upTo(sizes.map((size) => Math.min(size, smallest - 1)))]
        .filter((few) => few.reduce((sum, one) => sum + one, 0) === smallest - 1)
        .every((few) =>
          [...upTo(few)].every((counted) =>
            alike.some((counts) =>
              counts.every(
                (count, index) =>
                  count >= (counted[index] ?? 0) &&
                  (sizes[index] ?? 0) - count >= (few[index] ?? 0) - (counted[index] ?? 0),
              ),
            ),
          ),
        ),
    );

  const sizes = [0, 3, 7, 8, 9, 12];
  const places = sizes
    .slice(1)
    .flatMap((x) => sizes.slice(1).flatMap((y) => sizes.map((rest) => [x, y, rest])));

  test('tell nothing of any fewer than the smallest, in them or outside', () => {
    expect(places.filter((place) => !arePartsFree(place))).toEqual([]);
  });

  test('would without the rule', () => {
    const without = places.filter((place) => !arePartsFree(place, 'parts'));
    expect(without.length).toBeGreaterThan(10);
  });

  test('are shown all, or none', () => {
    const parts = [
      { name: 'slack', count: 80, total: 120 },
      { name: 'teams', count: 30, total: 60 },
    ];
    const shown = showParts({ count: 110, total: 180 }, parts, { smallest: 11 });
    expect(shown.map(({ name }) => name)).toEqual(['slack', 'teams']);
    const oneIsSmall = [parts[0], { name: 'teams', count: 51, total: 60 }].flatMap((part) => part ?? []);
    expect(showParts({ count: 131, total: 180 }, oneIsSmall, { smallest: 11 })).toEqual([]);
  });

  test.each([
    [11, 22, ['slack', 'teams']],
    [10, 22, []],
    [12, 22, []],
  ])('are shown where eleven are counted in each, and eleven aren’t: %s of %s', (count, total, names) => {
    const parts = [
      { name: 'slack', count: 80, total: 120 },
      { name: 'teams', count, total },
    ];
    const shown = showParts({ count: 80 + count, total: 120 + total }, parts, { smallest: 11 });
    expect(shown.map(({ name }) => name)).toEqual(names);
  });

  test.each([
    // Nobody is outside; enough are; too few are, so that the smaller of the two goes with them.
    [0, ['slack', 'teams']],
    [22, ['slack', 'teams']],
    [21, ['slack']],
    [1, ['slack']],
  ])('with %s people outside of them', (others, names) => {
    const parts = [
      { name: 'teams', count: 30, total: 60 },
      { name: 'slack', count: 80, total: 120 },
    ];
    const whole = { count: 110 + Math.floor(others / 2), total: 180 + others };
    const shown = showParts(whole, parts, { smallest: 11 });
    expect(shown.map(({ name }) => name)).toEqual(names);
  });

  test('go in with those outside when they’re small, whatever is counted in them', () => {
    const parts = [
      { name: 'slack', count: 80, total: 120 },
      { name: 'teams', count: 30, total: 60 },
      { name: 'playground', count: 11, total: 21 },
    ];
    const shown = showParts({ count: 136, total: 231 }, parts, { smallest: 11 });
    expect(shown.map(({ name }) => name)).toEqual(['slack', 'teams']);
  });

  test('are too small to be shown below two smallest groups, whoever is counted', () => {
    const parts = [
      { name: 'slack', count: 80, total: 120 },
      { name: 'teams', count: 11, total: 21 },
    ];
    expect(showParts({ count: 91, total: 141 }, parts, { smallest: 11 })).toEqual([]);
  });
});
