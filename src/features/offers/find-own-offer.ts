import type { Turn } from '../../bot/turn.ts';
import { type ReferralContent, unseal } from '../referrals/content.ts';
import { findOffer, type Offer } from '../referrals/offer-store.ts';
import { lockReferral, type Referral } from '../referrals/store.ts';
import { findSupporterOf, type Supporter } from '../supporters/store.ts';

export interface OwnOffer {
  readonly offer: Offer;
  readonly referral: Referral;
  readonly content: ReferralContent;
  readonly supporter: Supporter;
}

/**
 * The offer, while it's this supporter's to look after. Null for anyone else, for one that's closed or went on, and for one
 * whose key is gone: all look the same.
 */
export async function findOwnOffer(turn: Turn, id: string): Promise<OwnOffer | null> {
  const { db, actor, seals } = turn;
  const supporter = await findSupporterOf(db, actor.accounts);
  const seen = supporter === null ? null : await findOffer(db, id);
  if (supporter === null || seen === null || seen.supporterId !== supporter.id) return null;
  const referral = await lockReferral(db, seen.referralId);
  // As it stands now that nobody else can change it.
  const offer = referral === null ? null : await findOffer(db, id);
  if (referral === null || offer === null || offer.state === 'cannot' || offer.state === 'lapsed')
    return null;
  const content = await unseal(seals, referral);
  return content === null ? null : { offer, referral, content, supporter };
}
