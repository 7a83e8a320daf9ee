import { holds, type Limits, rounded } from './rules.ts';

/**
 * How many began since an earlier figure, where that may be said. Beside how many there were and are it tells how many of them
 * ended and how many stayed, which must be enough as well.
 */
export function showStarted(
  {
    started,
    ended,
    standing,
  }: {
    readonly started: number;
    readonly ended: number;
    /** How many there are now, those that began included. */
    readonly standing: number;
  },
  limits: Limits,
): number | null {
  const { smallest } = limits;
  if (holds('smallest-group', limits) && started < smallest) return null;
  const isGivenAway = ended < smallest || standing - started < smallest;
  return holds('change', limits) && isGivenAway ? null : rounded(started, limits);
}

/** How many there are, which is said from the smallest group on. */
export function showStanding(count: number, limits: Limits): number | null {
  return holds('smallest-group', limits) && count < limits.smallest ? null : rounded(count, limits);
}
