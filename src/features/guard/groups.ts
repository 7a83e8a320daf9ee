import { holds, type Limits, rounded } from './rules.ts';

export interface Group<Name extends string> {
  readonly name: Name;
  readonly count: number;
}

/** A table in which each is in exactly one group, as it may be shown. Counts are rounded, so they may not add up. */
export type ShownGroups<Name extends string> =
  | {
      readonly type: 'groups';
      readonly total: number;
      /** In the order in which the groups were given. */
      readonly shown: readonly Group<Name>[];
      /** Everyone else. Neither which groups they are nor which of these are empty is told. */
      readonly together: number;
    }
  /** One group has all but fewer than the smallest, which may be all of them. */
  | { readonly type: 'nearly-all'; readonly total: number; readonly name: Name };

/**
 * Decides what is shown of one table. What comes out is the same for every table from which any fewer than
 * `limits.smallest` people could be in whichever groups they like: not even someone who knows these rules and the total
 * learns anything of so few. Null where nothing may be said.
 */
export function showGroups<Name extends string>(
  groups: readonly Group<Name>[],
  limits: Limits,
): ShownGroups<Name> | null {
  const { smallest } = limits;
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  const fits = holds('two-groups-fit', limits) ? total >= 2 * smallest : total > 0;
  if (!fits) return null;
  const bySize = groups.toSorted((one, other) => one.count - other.count);
  const largest = bySize.at(-1);
  if (largest === undefined) return null;
  if (holds('smallest-group', limits) && total - largest.count < smallest)
    return { type: 'nearly-all', total: rounded(total, limits), name: largest.name };
  const hidden = new Set(hide(bySize, limits).map(({ name }) => name));
  return {
    type: 'groups',
    total: rounded(total, limits),
    shown: groups
      .filter(({ name }) => !hidden.has(name))
      .map(({ name, count }) => ({ name, count: rounded(count, limits) })),
    together: hidden.size === 0 ? 0 : rounded(sumOf(groups.filter(({ name }) => hidden.has(name))), limits),
  };
}

/** The groups that aren't shown one by one, from the smallest up. */
function hide<Name extends string>(bySize: readonly Group<Name>[], limits: Limits): readonly Group<Name>[] {
  const { smallest } = limits;
  const isSmall = ({ count }: Group<Name>): boolean => holds('smallest-group', limits) && count < smallest;
  let hidden = bySize.filter(isSmall).length;
  const isGivenAway = (): boolean => hidden > 0 && (hidden < 2 || sumOf(bySize.slice(0, hidden)) < smallest);
  while (holds('complement', limits) && hidden < bySize.length && isGivenAway()) hidden += 1;
  return bySize.slice(0, hidden);
}

function sumOf(groups: readonly Group<string>[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}
