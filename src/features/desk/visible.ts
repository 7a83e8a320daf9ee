import type { Turn } from '../../bot/turn.ts';
import { type ReferralContent, unseal } from '../referrals/content.ts';
import { findOffersOf, type Offer } from '../referrals/offer-store.ts';
import { findOpen, lockReferral, type Referral } from '../referrals/store.ts';
import { maySee } from '../referrals/who-looks-after.ts';
import { findSupporter, type Supporter } from '../supporters/store.ts';

/** One that a director may open: not about themself, and not one for which a colleague chose the supporter. */
export interface Visible {
  readonly referral: Referral;
  readonly content: ReferralContent;
  /** Who looks after it now; null while it waits. */
  readonly current: { readonly offer: Offer; readonly supporter: Supporter } | null;
}

export async function findVisible(turn: Turn): Promise<readonly Visible[]> {
  const found: Visible[] = [];
  for (const referral of await findOpen(turn.db)) {
    const one = await asVisible(turn, referral);
    if (one !== null) found.push(one);
  }
  return found;
}

/** As it stays until the transaction is over; null for one that's closed, and for one they may not see. */
export async function lockVisible(turn: Turn, id: string): Promise<Visible | null> {
  const referral = await lockReferral(turn.db, id);
  return referral === null ? null : asVisible(turn, referral);
}

async function asVisible({ db, seals, actor }: Turn, referral: Referral): Promise<Visible | null> {
  if (referral.isHidden) return null;
  const content = await unseal(seals, referral);
  if (content === null || !(await maySee(db, actor.accounts, content))) return null;
  const offers = await findOffersOf(db, referral.id);
  const offer = offers.find(({ state }) => state !== 'cannot' && state !== 'lapsed');
  const supporter = offer === undefined ? null : await findSupporter(db, offer.supporterId);
  const current = offer === undefined || supporter === null ? null : { offer, supporter };
  return { referral, content, current };
}
