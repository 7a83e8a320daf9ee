import { describe, expect, test } from '@jest/globals';
import { addWeeks, type IsoWeek, weekNumber } from '../../src/calendar/iso-week.ts';
import type { BankSet } from '../../src/content/bank.ts';
import { bankSetFor } from '../../src/features/questions/bank-set.ts';
import { content } from '../support/turn.ts';

const { bank } = content;
const twoYears = 104;
const tenYears = 522;

/** Hospitals begin at any time of any year: in the last week of a long one, on a day when the clocks change, in summer. */
const beginnings: readonly IsoWeek[] = [
  '2026-W48',
  '2026-W53',
  '2027-W11',
  '2028-W27',
  '2029-W45',
  '2031-W38',
  '2032-W53',
  '2036-W01',
];

function weeksFrom(week: IsoWeek, count: number): IsoWeek[] {
  return Array.from({ length: count }, (_, index) => addWeeks(week, index));
}

/** What a hospital that begins in `first` is asked from then on. */
function asked(first: IsoWeek, count: number, sets: readonly BankSet[] = bank): BankSet[] {
  return weeksFrom(first, count).map((week) => bankSetFor(sets, week, first));
}

/** The Mondays on which something comes that came less than two years before. */
function repeatsIn(sets: readonly BankSet[]): string[] {
  const last = new Map<string, number>();
  return sets.flatMap(({ id }, index) => {
    const before = last.get(id);
    last.set(id, index);
    return before !== undefined && index - before < twoYears ? [`${id} after ${index - before}`] : [];
  });
}

/** The themes that come a second time within three weeks. */
function repeatedThemes(sets: readonly BankSet[]): string[] {
  const themes = sets.map(({ theme }) => theme);
  return themes.filter((theme, index) => themes.slice(index + 1, index + 3).includes(theme));
}

function aSet(id: string, more: Partial<BankSet> = {}): BankSet {
  const words = { en: { first: `${id} one`, second: `${id} two` } };
  return { id, theme: id, weight: 'middling', weeks: null, words, ...more };
}

describe.each(beginnings)('in the ten years from %s on', (first) => {
  const sets = asked(first, tenYears);

  test('nothing comes twice within two years of Mondays, seasons and all', () => {
    expect(repeatsIn(sets)).toEqual([]);
    expect(new Set(sets.slice(0, twoYears).map(({ id }) => id)).size).toBe(twoYears);
  });

  test('never are two heavy Mondays in a row', () => {
    const runs = sets.filter(
      ({ weight }, index) => weight === 'heavy' && sets[index + 1]?.weight === 'heavy',
    );
    expect(runs).toEqual([]);
    expect(sets.some(({ weight }) => weight === 'heavy')).toBe(true);
  });

  test('no theme comes twice in three weeks', () => {
    expect(repeatedThemes(sets)).toEqual([]);
  });
});

describe('what comes on Mondays', () => {
  test('a hospital’s first three are never heavy, in whatever week it begins', () => {
    const heavy = weeksFrom('2026-W40', 200).filter((first) =>
      asked(first, 3).some(({ weight }) => weight === 'heavy'),
    );
    expect(heavy).toEqual([]);
  });

  test('what stands in for something heavy then is no repeat either, nor is its theme', () => {
    for (const first of weeksFrom('2026-W40', 200)) {
      const sets = asked(first, twoYears + 3);
      expect([first, repeatsIn(sets)]).toEqual([first, []]);
      expect([first, repeatedThemes(sets.slice(0, 5))]).toEqual([first, []]);
    }
  });

  test('after the first three, hospitals that began at different times are asked the same', () => {
    for (const week of weeksFrom('2027-W10', twoYears))
      expect(bankSetFor(bank, week, '2026-W48')).toBe(bankSetFor(bank, week, '2024-W20'));
  });

  test('no set waits forever: after three years a hundred and thirty have been asked, after twenty all', () => {
    const within = (years: number) => new Set(asked('2026-W48', years * 52).map(({ id }) => id));
    expect(within(3).size).toBeGreaterThan(130);
    const inTwenty = within(20);
    expect(bank.map(({ id }) => id).filter((id) => !inTwenty.has(id))).toEqual([]);
  });

  test('a week of the year that has questions of its own gets one of those', () => {
    const ofTheirOwn = new Set(bank.flatMap((set) => set.weeks ?? []));
    expect([...ofTheirOwn]).toEqual(expect.arrayContaining([1, 6, 11, 19, 24, 27, 38, 45, 47, 51, 52, 53]));
    for (const week of weeksFrom('2026-W01', tenYears)) {
      const { weeks } = bankSetFor(bank, week, '2025-W01');
      if (ofTheirOwn.has(weekNumber(week)))
        expect([week, weeks]).toEqual([week, expect.arrayContaining([weekNumber(week)])]);
      else expect([week, weeks]).toEqual([week, null]);
    }
  });

  test('a set that is alone in its two weeks comes every second year, and not on both Mondays', () => {
    const any = bank.filter((set) => set.weeks === null);
    const withOne = [...any, aSet('summer-break', { weeks: [30, 31] })];
    const when = weeksFrom('2027-W01', 4 * 52).filter(
      (week) => bankSetFor(withOne, week, '2026-W01').id === 'summer-break',
    );
    expect(when).toHaveLength(2);
    expect(repeatsIn(asked('2027-W01', tenYears, withOne))).toEqual([]);
  });

  test("grief doesn't come every week, nor never", () => {
    const comes = asked('2026-W48', 52).filter(({ theme }) => theme === 'loss').length;
    expect(comes).toBeGreaterThan(0);
    expect(comes).toBeLessThan(12);
  });

  test('the week around September 17 asks something gentle', () => {
    const gentle = weeksFrom('2027-W01', tenYears).filter((week) => weekNumber(week) === 38);
    for (const week of gentle) expect(bankSetFor(bank, week, '2026-W01').theme).toBe('reaching-out');
  });
});

describe('when someone edits the bank', () => {
  const withNew = (count: number, name: string): BankSet[] => [
    ...bank,
    ...Array.from({ length: count }, (_, index) => aSet(`${name}-${index}`, { theme: name })),
  ];

  /** How many of the 104 weeks from `start` on ask what was asked less than 104 weeks before, when the bank changes then. */
  const repeatsAround = (start: IsoWeek, after: readonly BankSet[]): number => {
    const before = weeksFrom(addWeeks(start, -twoYears), twoYears).map((week) =>
      bankSetFor(bank, week, '2020-W01'),
    );
    return repeatsIn([
      ...before,
      ...weeksFrom(start, twoYears).map((week) => bankSetFor(after, week, '2020-W01')),
    ]).length;
  };

  test('moving sets to other files changes nothing', () => {
    const anyWeek = bank.filter((set) => set.weeks === null);
    const moved = [...bank.filter((set) => set.weeks !== null), ...anyWeek.toReversed()];
    for (const first of beginnings)
      expect(asked(first, twoYears, moved).map(({ id }) => id)).toEqual(
        asked(first, twoYears).map(({ id }) => id),
      );
  });

  test('a further set brings hardly anything back too early', () => {
    const tries = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
    const repeats = tries.map((name, index) =>
      repeatsAround(addWeeks('2027-W10', 17 * index), withNew(1, name)),
    );
    expect(Math.max(...repeats)).toBeLessThanOrEqual(2);
    expect(repeats.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(5);
  });

  test('nor do ten further sets', () => {
    expect(repeatsAround('2027-W10', withNew(10, 'more'))).toBeLessThanOrEqual(6);
  });

  test('nor does taking a set out', () => {
    const repeats = bank
      .filter((set) => set.weeks === null)
      .slice(0, 10)
      .map((gone) =>
        repeatsAround(
          '2028-W20',
          bank.filter((set) => set !== gone),
        ),
      );
    expect(Math.max(...repeats)).toBeLessThanOrEqual(2);
  });

  test('the further sets are asked', () => {
    const more = withNew(10, 'more');
    const ids = new Set(asked('2027-W10', 8 * 52, more).map(({ id }) => id));
    expect([...ids].filter((id) => id.startsWith('more-')).length).toBeGreaterThanOrEqual(8);
  });

  test('with 104 sets, the fewest that are allowed, two years still pass without a repetition', () => {
    const fewest = Array.from({ length: twoYears }, (_, index) => aSet(`set-${index}`));
    expect(new Set(asked('2026-W48', twoYears, fewest).map(({ id }) => id)).size).toBe(twoYears);
  });

  test('a bank of one theme, all of it heavy, still has something for every Monday', () => {
    const sad = Array.from({ length: twoYears }, (_, index) =>
      aSet(`set-${index}`, { theme: 'sad', weight: 'heavy' }),
    );
    expect(repeatsIn(asked('2026-W48', twoYears, sad))).toEqual([]);
  });
});
