import type { Redraw } from '../../bot/turn.ts';
import type { Database } from '../../db/schema.ts';
import { transact } from '../../db/transact.ts';
import { clearPause, findEndedPauses } from '../../people/members/wishes-store.ts';
import { findPairs, lockWithBuddies } from '../pairing/store.ts';
import { showBuddies } from './pause.ts';

const batch = 100;

/** Clears pauses that have ended by themselves, and lets the buddies' messages say so. Returns how many. */
export async function endPauses(
  db: Database,
  now: number,
  options: { readonly redraw: Redraw },
): Promise<number> {
  const ended = await findEndedPauses(db, now, batch);
  for (const { id, person, rhythm } of ended) {
    const { pausedUntil } = rhythm;
    await transact(db, async (transaction) => {
      await lockWithBuddies(transaction, person);
      if (pausedUntil === null || !(await clearPause(transaction, id, pausedUntil))) return;
      const parts = { db: transaction, now, redraw: options.redraw };
      await showBuddies(parts, await findPairs(transaction, id));
    });
  }
  return ended.length;
}
