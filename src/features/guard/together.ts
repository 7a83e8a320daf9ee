import { showGroups } from './groups.ts';
import { type Limits, roundedShare } from './rules.ts';

/** How many pairs of those that began in a half-year are still together after some months. */
export type TogetherPoint =
  /** In percent of those that began. */
  | { readonly type: 'share'; readonly share: number }
  /** Fewer than the smallest group have ended since the last point that was a share (or since they began). */
  | { readonly type: 'as-before' }
  /** All but fewer than the smallest group have ended since. */
  | { readonly type: 'few' };

/**
 * Decides on the next point of a curve. `ended` has how many pairs ended between one point and the next, from the beginning
 * up to this point; `released` has the points before it. It hangs on the last share among them, so that no difference of
 * two is small. Null where nothing may be said, now or any more.
 */
export function showTogether(
  { started, ended }: { readonly started: number; readonly ended: readonly number[] },
  released: readonly (TogetherPoint | null)[],
  limits: Limits,
): TogetherPoint | null {
  if (released.some((point) => point === null || point.type === 'few')) return null;
  let base = started;
  let lost = 0;
  for (const [index, count] of ended.entries()) {
    lost += count;
    if (released[index]?.type === 'share') [base, lost] = [base - lost, 0];
  }
  const groups = [
    { name: 'together', count: base - lost },
    { name: 'ended', count: lost },
  ] as const;
  const shown = showGroups(groups, limits);
  if (shown === null) return null;
  if (shown.type === 'nearly-all') return { type: shown.name === 'together' ? 'as-before' : 'few' };
  return { type: 'share', share: roundedShare(base - lost, started, limits) };
}
