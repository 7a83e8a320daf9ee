import { addWeeks, type IsoWeek, weekNumber, weekOrdinal } from '../../calendar/iso-week.ts';
import { remember } from '../../calendar/remember.ts';
import type { BankSet } from '../../content/bank.ts';
import { nextInRotation } from './rotation.ts';

/** Nothing heavy is asked on a hospital's first Mondays: people don't know yet what they've said yes to. */
const gentleMondays = 3;

/** Nothing comes twice within so many Mondays. */
const twoYears = 104;

/**
 * What each bank asks, by the week and the hospital's first one. Every status asks it, and looking for a gentle set goes
 * through two years of weeks: 2 ms for each of a hospital's first Mondays, otherwise.
 */
const known = new WeakMap<readonly BankSet[], Map<string, BankSet>>();
const weeksKept = 500;

/**
 * What the bank asks in a week, the same in every process. A week of a season has one of the season's sets; all other
 * weeks rotate. `firstWeek` is the first that the hospital was asked anything in; from there on, three Mondays are gentle.
 */
export function bankSetFor(bank: readonly BankSet[], week: IsoWeek, firstWeek: IsoWeek): BankSet {
  const kept = known.get(bank) ?? new Map<string, BankSet>();
  known.set(bank, kept);
  return remember(kept, weeksKept, `${week} ${firstWeek}`, () => findSet(bank, week, firstWeek));
}

function findSet(bank: readonly BankSet[], week: IsoWeek, firstWeek: IsoWeek): BankSet {
  const planned = plannedSet(bank, week);
  const monday = weekOrdinal(week) - weekOrdinal(firstWeek);
  if (planned.weight !== 'heavy' || monday < 0 || monday >= gentleMondays) return planned;
  return gentleInstead(bank, firstWeek, monday) ?? planned;
}

function plannedSet(bank: readonly BankSet[], week: IsoWeek): BankSet {
  return seasonalSet(bank, week) ?? nextInRotation(bank, week);
}

/**
 * A season's sets take turns, week after week and year after year: with two sets for each of its weeks, none comes twice
 * within two years. Where it has fewer, the rotation fills the gap, and what there is comes every second year.
 */
function seasonalSet(bank: readonly BankSet[], week: IsoWeek): BankSet | null {
  const number = weekNumber(week);
  const sets = bank.filter(({ weeks }) => weeks?.includes(number));
  const weeks = sets[0]?.weeks ?? [];
  const turn = Number(week.slice(0, 4)) * weeks.length + weeks.indexOf(number);
  return sets[turn % Math.max(sets.length, 2 * weeks.length)] ?? null;
}

/**
 * For the first, second or third Monday (0, 1, 2) a light set that the two years around it don't ask, of a theme that the
 * Mondays next to it don't have. Null in a bank that has none such.
 */
function gentleInstead(bank: readonly BankSet[], firstWeek: IsoWeek, monday: number): BankSet | null {
  const asked = new Set(
    Array.from({ length: twoYears + gentleMondays }, (_, count) =>
      plannedSet(bank, addWeeks(firstWeek, count)),
    ),
  );
  const near = [-2, -1, 1, 2]
    .map((distance) => addWeeks(firstWeek, monday + distance))
    .map((week, index) => (index < 2 ? bankSetFor(bank, week, firstWeek) : plannedSet(bank, week)));
  const fitting = bank.filter(
    (set) =>
      set.weeks === null &&
      set.weight === 'light' &&
      !asked.has(set) &&
      near.every(({ theme }) => theme !== set.theme),
  );
  return fitting.toSorted((one, other) => (one.id < other.id ? -1 : 1))[0] ?? null;
}
