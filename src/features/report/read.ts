import type { Executor } from '../../db/schema.ts';
import { type ReleaseKind, shapes } from '../figures/release.ts';
import { findReleases, type Release } from '../figures/store.ts';
import type { Released as Batch } from '../tallies/rules.ts';
import { findBatches } from '../tallies/store.ts';

/** Everything that was ever released and may be shown now, the oldest first, and nothing else. */
export interface Released {
  /** The fewest people a figure here speaks of. */
  readonly smallest: number;
  readonly figures: { readonly [Kind in ReleaseKind]: readonly Release<Kind>[] };
  readonly batches: readonly Batch[];
}

/** A kind of release that is added to `shapes` is read here without being named. */
export async function readReleased(db: Executor, smallest: number): Promise<Released> {
  const kinds = Object.keys(shapes) as ReleaseKind[];
  const figures = await Promise.all(
    kinds.map(async (kind) => [kind, await findReleases(db, kind, smallest)] as const),
  );
  return {
    smallest,
    figures: Object.fromEntries(figures) as Released['figures'],
    batches: await findBatches(db),
  };
}
