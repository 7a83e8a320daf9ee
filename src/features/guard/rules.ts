/**
 * What keeps a figure from pointing at anyone, as those who publish statistics do it. docs/figures.md gives each rule's
 * reason and where it comes from.
 */
export const rules = [
  /** Nothing is said of a table that two smallest groups wouldn't fit in. */
  'two-groups-fit',
  /** No group below the smallest is shown; zero is small, and so is nobody. */
  'smallest-group',
  /** What's left out is at least two groups and at least a smallest group, so that the total gives none of it away. */
  'complement',
  /** A part is shown where both its sides are large enough, and so is everyone outside the parts shown. */
  'parts',
  /** What began between two figures is shown where what ended and what stayed, which follow from it, are large enough. */
  'change',
  /** Everything is rounded, so that one person rarely moves a figure from week to week. */
  'rounding',
] as const;

export type Rule = (typeof rules)[number];

export interface Limits {
  /** The fewest whom a figure may speak of. */
  readonly smallest: number;
  /** Left out only by the tests' attacker, which must then find someone. */
  readonly without?: Rule;
}

export function holds(rule: Rule, limits: Limits): boolean {
  return limits.without !== rule;
}

/** Figures are told to the nearest five, as higher education's statistics office in the UK does (HESA's rounding). */
const step = 5;

/** To the nearest five, and no lower than the first five that the smallest group reaches. Halves go up. */
export function rounded(count: number, limits: Limits): number {
  if (!holds('rounding', limits)) return count;
  const lowest = holds('smallest-group', limits) ? Math.ceil(limits.smallest / step) * step : 0;
  return Math.max(lowest, Math.round(count / step) * step);
}

/** A share in percent, to the nearest five. */
export function roundedShare(count: number, total: number, limits: Limits): number {
  const percent = (100 * count) / total;
  return holds('rounding', limits) ? Math.round(percent / step) * step : percent;
}
