import { holds, type Limits, rounded } from './rules.ts';

/**
 * How many began between two figures, where that may be said. Beside how many there were (`isReckonable`: once that has been
 * shown) and how many there are, it tells how many ended: they must be enough too.
 */
export function showStarted(
  {
    started,
    ended,
    isReckonable,
  }: {
    readonly started: number;
    readonly ended: number;
    readonly isReckonable: boolean;
  },
  limits: Limits,
): number | null {
  const { smallest } = limits;
  if (holds('smallest-group', limits) && started < smallest) return null;
  if (holds('change', limits) && isReckonable && ended < smallest) return null;
  return rounded(started, limits);
}

/** How many there are, which is said from the smallest group on. */
export function showStanding(count: number, limits: Limits): number | null {
  return holds('smallest-group', limits) && count < limits.smallest ? null : rounded(count, limits);
}
