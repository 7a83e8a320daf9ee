import { describe, expect, test } from '@jest/globals';
import { showStanding, showStarted } from '../../src/features/guard/change.ts';
import { showGroups } from '../../src/features/guard/groups.ts';
import { showParts } from '../../src/features/guard/parts.ts';
import { inSteps } from '../../src/features/guard/progress.ts';
import { type Rule, rounded, roundedShare } from '../../src/features/guard/rules.ts';
import { showTogether, type TogetherPoint } from '../../src/features/guard/together.ts';

/** Small enough to try every table there is; what's shown isn't rounded, which would only hide more. */
const smallest = 4;
const exactly = (without: Rule = 'rounding') => ({ smallest, without });

/** Every way to share so many out over so many places. */
function* shares(count: number, places: number): Generator<readonly number[]> {
  if (places === 1) {
    yield [count];
    return;
  }
  for (let first = 0; first <= count; first += 1)
    for (const rest of shares(count - first, places - 1)) yield [first, ...rest];
}

/** Every choice of a number up to each of these. */
function* upTo(most: readonly number[]): Generator<readonly number[]> {
  const [first, ...rest] = most;
  if (first === undefined) {
    yield [];
    return;
  }
  for (let one = 0; one <= first; one += 1) for (const others of upTo(rest)) yield [one, ...others];
}

/** The tables that look alike, for someone who knows the rules and can try all of them. */
function lookAlikes(
  tables: Iterable<readonly number[]>,
  shown: (table: readonly number[]) => unknown,
): readonly (readonly (readonly number[])[])[] {
  return [...Map.groupBy([...tables], (table) => JSON.stringify(shown(table))).values()];
}

const hasAtLeast = (table: readonly number[], these: readonly number[]): boolean =>
  table.every((count, index) => count >= (these[index] ?? 0));

/** Whether any so few people could be wherever they like, whatever is shown. */
function areFree(total: number, groups: number, shown: (table: readonly number[]) => unknown): boolean {
  const few = [...shares(Math.min(smallest - 1, total), groups)];
  return lookAlikes(shares(total, groups), shown).every((alike) =>
    few.every((these) => alike.some((table) => hasAtLeast(table, these))),
  );
}

const named = (table: readonly number[]) =>
  table.map((count, index) => ({ name: ['a', 'b', 'c', 'd', 'e'][index] ?? '', count }));

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

test('of a week that isn’t over, steps of the smallest group are told', () => {
  expect(inSteps({ sent: 43, failed: 10, waiting: 11 }, { smallest: 11 })).toEqual({
    sent: 33,
    failed: 0,
    waiting: 11,
  });
});
