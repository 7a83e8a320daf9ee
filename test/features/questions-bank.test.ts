import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { addWeeks, type IsoWeek, weekNumber } from '../../src/calendar/iso-week.ts';
import type { BankSet } from '../../src/content/content.ts';
import { bankSetFor } from '../../src/features/questions/rules.ts';
import { content } from '../support/turn.ts';

const { bank } = content;
const twoYears = 104;

function weeksFrom(week: IsoWeek, count: number): IsoWeek[] {
  return Array.from({ length: count }, (_, index) => addWeeks(week, index));
}

/** Monday after Monday, from the first of 2026 to the last of 2036. */
const elevenYears = weeksFrom('2026-W01', 11 * 52 + 3).filter((week) => week < '2037');

function aSet(id: string, weeks?: number[]): BankSet {
  return { id, first: `${id} one`, second: `${id} two`, ...(weeks === undefined ? {} : { weeks }) };
}

/** How many of the 104 weeks from `start` on ask what was asked less than 104 weeks before, when the bank changes then. */
function repeatsAround(start: IsoWeek, before: readonly BankSet[], after: readonly BankSet[]): number {
  const asked = new Map<string, number>();
  let repeats = 0;
  weeksFrom(addWeeks(start, -twoYears), 2 * twoYears).forEach((week, index) => {
    const { id, weeks } = bankSetFor(index < twoYears ? before : after, week);
    const last = asked.get(id);
    if (weeks === undefined && index >= twoYears && last !== undefined && index - last < twoYears)
      repeats += 1;
    asked.set(id, index);
  });
  return repeats;
}

describe('what comes on Mondays', () => {
  test('for two years nothing is asked twice, apart from what belongs to a season', () => {
    const last = new Map<string, number>();
    const tooSoon: string[] = [];
    elevenYears.forEach((week, index) => {
      const { id, weeks } = bankSetFor(bank, week);
      if (weeks !== undefined) return;
      if (index - (last.get(id) ?? Number.NEGATIVE_INFINITY) < twoYears) tooSoon.push(`${week} ${id}`);
      last.set(id, index);
    });
    expect(tooSoon).toEqual([]);
    expect(last.size).toBeGreaterThanOrEqual(twoYears);
  });

  test('no set waits for ever: after three years a hundred have been asked, after twenty all', () => {
    const within = (years: number) =>
      new Set(weeksFrom('2026-W48', years * 52).map((week) => bankSetFor(bank, week).id));
    expect(within(3).size).toBeGreaterThan(95);
    const inTwenty = within(20);
    expect(bank.map(({ id }) => id).filter((id) => !inTwenty.has(id))).toEqual([]);
  });

  test('a week of the year that has questions of its own gets one of those', () => {
    const ofTheirOwn = new Set(bank.flatMap((set) => set.weeks ?? []));
    expect(ofTheirOwn.size).toBeGreaterThan(10);
    for (const week of elevenYears) {
      const { weeks } = bankSetFor(bank, week);
      if (ofTheirOwn.has(weekNumber(week)))
        expect([week, weeks]).toEqual([week, expect.arrayContaining([weekNumber(week)])]);
      else expect([week, weeks]).toEqual([week, undefined]);
    }
  });

  test('neither two Mondays in a row nor the same week a year later ask the same', () => {
    const same = elevenYears.filter((week) => {
      const { id } = bankSetFor(bank, week);
      const aYearLater = `${Number(week.slice(0, 4)) + 1}${week.slice(4)}` as IsoWeek;
      const isLongYear = week.endsWith('W53');
      return (
        id === bankSetFor(bank, addWeeks(week, 1)).id ||
        (!isLongYear && id === bankSetFor(bank, aYearLater).id)
      );
    });
    expect(same).toEqual([]);
  });

  test('a set that is alone in its two weeks does not come on both Mondays', () => {
    const any = bank.filter((set) => set.weeks === undefined);
    const withOne = [...any, aSet('holidays', [52, 1])];
    const ids = weeksFrom('2027-W51', 4).map((week) => bankSetFor(withOne, week).id);
    expect(ids.filter((id) => id === 'holidays')).toHaveLength(1);
    expect(ids[1]).toBe('holidays');
  });

  test('no theme runs for weeks: never more than three Mondays in a row out of one file', () => {
    const folder = join(import.meta.dirname, '../../prompts/questions/en');
    const fileOf = new Map(
      readdirSync(folder).flatMap((file) =>
        (load(readFileSync(join(folder, file), 'utf8')) as BankSet[]).map((set) => [set.id, file] as const),
      ),
    );
    const anyWeek = elevenYears
      .map((week) => bankSetFor(bank, week))
      .filter((set) => set.weeks === undefined);
    const files = anyWeek.map((set) => fileOf.get(set.id));
    const runs = files.filter((file, index) => [1, 2, 3].every((back) => files[index - back] === file));
    expect(files).not.toContain(undefined);
    expect(runs).toEqual([]);
  });

  test('grief does not come every week, nor never', () => {
    const loss = bank.findIndex((set) => set.id === 'first-quiet-minute');
    const ids = new Set(bank.slice(loss, loss + 12).map((set) => set.id));
    const asked = weeksFrom('2026-W48', 52).filter((week) => ids.has(bankSetFor(bank, week).id));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThan(12);
  });
});

describe('when somebody edits the bank', () => {
  const withNew = (count: number, name: string): BankSet[] => [
    ...bank,
    ...Array.from({ length: count }, (_, index) => aSet(`${name}-${index}`)),
  ];

  test('moving sets to other files changes nothing', () => {
    const anyWeek = bank.filter((set) => set.weeks === undefined);
    const moved = [...bank.filter((set) => set.weeks !== undefined), ...anyWeek.toReversed()];
    for (const week of elevenYears) expect(bankSetFor(moved, week).id).toBe(bankSetFor(bank, week).id);
  });

  test('a further set brings hardly anything back too early', () => {
    const tries = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
    const repeats = tries.map((name, index) =>
      repeatsAround(addWeeks('2027-W10', 17 * index), bank, withNew(1, name)),
    );
    expect(Math.max(...repeats)).toBeLessThanOrEqual(2);
    expect(repeats.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(5);
  });

  test('ten further sets do not either', () => {
    expect(repeatsAround('2027-W10', bank, withNew(10, 'more'))).toBeLessThanOrEqual(6);
  });

  test('taking a set out neither', () => {
    const repeats = bank
      .filter((set) => set.weeks === undefined)
      .slice(0, 10)
      .map((gone) =>
        repeatsAround(
          '2028-W20',
          bank,
          bank.filter((set) => set !== gone),
        ),
      );
    expect(Math.max(...repeats)).toBeLessThanOrEqual(2);
  });

  test('the further sets are asked', () => {
    const more = withNew(10, 'more');
    const asked = new Set(weeksFrom('2027-W10', 8 * 52).map((week) => bankSetFor(more, week).id));
    expect([...asked].filter((id) => id.startsWith('more-')).length).toBeGreaterThanOrEqual(8);
  });

  test('with 104 sets, the fewest that are allowed, two years still pass without a repetition', () => {
    const fewest = Array.from({ length: twoYears }, (_, index) => aSet(`set-${index}`));
    const ids = weeksFrom('2026-W48', twoYears).map((week) => bankSetFor(fewest, week).id);
    expect(new Set(ids).size).toBe(twoYears);
  });
});
