import { isRepeatable } from '../db/failures.ts';
import { recordUnchanged } from './arrival-store.ts';
import type { Flights } from './flights.ts';
import type { Finished } from './record-store.ts';
import type { RoundParts } from './round.ts';
import { tell } from './tell.ts';

/**
 * Writes down what has simply arrived, in all workspaces together and by one statement, which is a transaction by itself:
 * nearly all of a Monday. What remains finished (a failure, a message that moved or has a newer card) needs its
 * workspace's round.
 */
export async function recordAtOnce(
  { db, clock, log, metrics }: Pick<RoundParts, 'db' | 'clock' | 'log' | 'metrics'>,
  everywhere: readonly Flights[],
): Promise<void> {
  const arrived = everywhere.flatMap(({ finished }) => finished.flatMap(simply));
  if (arrived.length === 0) return;
  let keys: ReadonlySet<string>;
  try {
    keys = await recordUnchanged(db, arrived, clock.now());
  } catch (error) {
    if (isRepeatable(error)) return;
    throw error;
  }
  for (const flights of everywhere) {
    const recorded = flights.finished.filter(({ claim }) => keys.has(claim.key));
    if (recorded.length === 0) continue;
    flights.forget(recorded.map((one) => one.claim));
    tell({ log, metrics }, flights.workspace.platform, recorded);
  }
}

/** Itself, if nothing but its own row has to be written. */
function simply({ claim, result }: Finished) {
  if (!result.ok || result.address !== claim.address) return [];
  const { ref, address } = result;
  const hasMoved = claim.changes !== null && claim.changes.ref !== ref;
  return hasMoved ? [] : [{ claim, ref, address }];
}
