import type { Database } from '../../db/schema.ts';
import { transact } from '../../db/transact.ts';
import { showGroups } from '../guard/groups.ts';
import type { Limits } from '../guard/rules.ts';
import { findPulses, type PulseCount, takeCounts } from '../pulse/count-store.ts';
import { isStep, pulseTimes, type Step, smallestInPulse } from '../pulse/rules.ts';
import { keepRelease } from './store.ts';

/**
 * Releases each pulse that's over: each question for itself, beside nothing else. What was counted is deleted in the same
 * transaction, whether it was shown or not.
 */
export async function releasePulses(db: Database, now: number, hospital: Limits): Promise<void> {
  const limits = { ...hospital, smallest: Math.max(hospital.smallest, smallestInPulse) };
  for (const quarter of await findPulses(db)) {
    if (pulseTimes(quarter).closesAt > now) continue;
    await transact(db, async (transaction) => {
      const counts = await takeCounts(transaction, quarter);
      if (counts === null) return;
      const figures = {
        feeling: showGroups(counts.feeling.filter(isOfStep), limits),
        weighs: showGroups(counts.weighs, limits),
      };
      await keepRelease(transaction, 'pulse', { period: quarter, figures, ...limits });
    });
  }
}

function isOfStep<Count extends PulseCount>(count: Count): count is Count & { readonly name: Step } {
  return isStep(count.name);
}
