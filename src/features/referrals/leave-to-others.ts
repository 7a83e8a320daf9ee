import type { Executor } from '../../db/schema.ts';
import type { Telling } from '../../people/find-reader.ts';
import type { Supporter } from '../supporters/store.ts';
import { closeOfferMessages } from './messages.ts';
import { findOffersTo } from './offer-store.ts';
import { lockReferral, saveReferral } from './store.ts';

/**
 * A supporter goes: what they looked after is nobody's, and due at once. The next tick passes it on, so that the one who leaves
 * waits for nothing. Call it before their row goes, and their offers with it.
 */
export async function leaveToOthers(db: Executor, supporterId: string, now: number): Promise<void> {
  for (const { referralId } of await findOffersTo(db, supporterId)) await lockReferral(db, referralId);
  // As they stand now: one of them may have gone to someone else meanwhile.
  for (const { referralId } of await findOffersTo(db, supporterId))
    await saveReferral(db, referralId, { state: 'waiting', waitsFor: 'supporter', deadlineAt: now });
}

/** The same of someone who's still there to read it: what they were asked loses its button. */
export async function leaveOpenOffers(parts: Telling, supporter: Supporter): Promise<void> {
  const { db, now } = parts;
  await leaveToOthers(db, supporter.id, now);
  for (const offer of await findOffersTo(db, supporter.id))
    await closeOfferMessages(parts, offer, supporter, 'went-on');
}
