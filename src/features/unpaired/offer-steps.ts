import type { Database } from '../../db/schema.ts';
import { transact } from '../../db/transact.ts';
import { lockWithBuddies } from '../pairing/store.ts';
import { sendNextStep } from './messages.ts';
import { afterJoiningMs, afterLossMs, isTheirHour } from './rules.ts';
import { findUnpaired, isUnpaired, saveOfferedStep } from './store.ts';

/** More than a hospital has without a buddy; the rest come with the next look. */
const mostAtOnce = 5_000;

/** Nobody is quietly alone: once for each loss, someone without a buddy is offered a next step. How many that were. */
export async function offerSteps(db: Database, now: number): Promise<number> {
  const without = { lostBefore: now - afterLossMs, joinedBefore: now - afterJoiningMs, now };
  let offered = 0;
  for (const member of await findUnpaired(db, without, mostAtOnce)) {
    if (!isTheirHour(now, member.timeZone, member.rhythm?.nudgeMinute ?? null)) continue;
    offered += await transact(db, async (transaction) => {
      await lockWithBuddies(transaction, member.person);
      if (!(await isUnpaired(transaction, member.id, without))) return 0;
      await saveOfferedStep(transaction, member.id, now);
      await sendNextStep(transaction, member, now);
      return 1;
    });
  }
  return offered;
}
