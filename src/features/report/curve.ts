import type { Figures } from '../figures/release.ts';
import { ages } from '../pairing/sums-store.ts';
import type { Released } from './read.ts';

type Point = Figures<'together-3'>['point'];

/** How many pairs of a half-year are still together after some months. */
export interface CurvePoint {
  readonly months: number;
  /** Undefined for an age that hasn't come yet, null for what may not be said. */
  readonly point: Point | undefined;
  /** In percent, the last one there was before: what `as-before` hangs on. Null where that is all of them. */
  readonly shareBefore: number | null;
}

/** What has been released of the pairs that began in each half-year, the oldest first. */
export function curvesOf({ figures }: Released) {
  const halfYears = new Set(ages.flatMap((age) => figures[`together-${age}`].map(({ period }) => period)));
  return [...halfYears].sort().map((halfYear) => ({ halfYear, points: pointsOf(figures, halfYear) }));
}

/** The oldest age of which something is known tells most, and of that the half-year that was last. */
export function latestPoint(released: Released) {
  const [latest] = curvesOf(released)
    .toReversed()
    .flatMap(({ halfYear, points }) => points.map((one) => ({ halfYear, ...one })))
    .filter(({ point }) => point != null)
    .sort((one, other) => other.months - one.months);
  return latest;
}

function pointsOf(figures: Released['figures'], halfYear: string): readonly CurvePoint[] {
  let shareBefore: number | null = null;
  return ages.map((months) => {
    const release = figures[`together-${months}`].find(({ period }) => period === halfYear);
    const point = release === undefined ? undefined : (release.figures?.point ?? null);
    const one = { months, point, shareBefore };
    if (point?.type === 'share') shareBefore = point.share;
    return one;
  });
}
