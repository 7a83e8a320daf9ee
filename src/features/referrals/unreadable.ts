import type { Executor } from '../../db/schema.ts';
import type { Seals } from '../../sealing/seals.ts';
import { findOpen } from './store.ts';

/** How many open referrals this process can't read, since it doesn't have the key that another sealed them with. */
export async function countUnreadable(db: Executor, seals: Seals): Promise<number> {
  let unreadable = 0;
  for (const referral of await findOpen(db)) if ((await seals.open(referral)) === null) unreadable += 1;
  return unreadable;
}
