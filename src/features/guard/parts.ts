import { holds, type Limits, rounded } from './rules.ts';

/** How many of a part are counted: of those on Slack, say, how many were sent their questions. */
export interface Part<Name extends string> {
  readonly name: Name;
  readonly count: number;
  readonly total: number;
}

type Sums = Omit<Part<string>, 'name'>;

/**
 * Decides which parts of a whole are shown beside it, and shows all of them or none. `whole` is what has been said of everyone; parts may not overlap, and
 * who is in none of them is a part that's never shown. The same figure may be divided in one way only: two ways together
 * say more than each.
 */
export function showParts<Name extends string>(
  whole: Sums,
  parts: readonly Part<Name>[],
  limits: Limits,
): readonly Part<Name>[] {
  const named = largeEnough(whole, parts, limits);
  const rest = outside(whole, named);
  const areAllSafe = [whole, ...named, ...(rest.total === 0 ? [] : [rest])].every((part) =>
    isSafe(part, limits),
  );
  if (!areAllSafe) return [];
  return named.map(({ name, count, total }) => ({
    name,
    count: rounded(count, limits),
    total: rounded(total, limits),
  }));
}

/** Chosen by size alone: chosen by what is counted in them, the choice would tell of it. */
function largeEnough<Name extends string>(
  whole: Sums,
  parts: readonly Part<Name>[],
  { smallest }: Limits,
): readonly Part<Name>[] {
  let named = parts
    .filter(({ total }) => total >= 2 * smallest)
    .toSorted((one, other) => other.total - one.total);
  while (named.length > 0 && isTooFew(outside(whole, named).total, smallest)) named = named.slice(0, -1);
  return named;
}

function isTooFew(total: number, smallest: number): boolean {
  return total > 0 && total < 2 * smallest;
}

/** Enough who are counted, and enough who aren't. */
function isSafe({ count, total }: Sums, limits: Limits): boolean {
  return !holds('parts', limits) || Math.min(count, total - count) >= limits.smallest;
}

function outside(whole: Sums, shown: readonly Sums[]): Sums {
  return {
    count: shown.reduce((left, { count }) => left - count, whole.count),
    total: shown.reduce((left, { total }) => left - total, whole.total),
  };
}
