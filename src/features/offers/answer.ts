import type { Turn } from '../../bot/turn.ts';
import { closeReferral, passOn, takeBackOffer } from '../referrals/flow.ts';
import { saveOffer } from '../referrals/offer-store.ts';
import { askedAfterMs, type Outcome, secondTryAfterMs } from '../referrals/rules.ts';
import { type Referral, saveReferral } from '../referrals/store.ts';
import type { OwnOffer } from './find-own-offer.ts';

/** What became of it by what the supporter said. */
export type Answered =
  | ({ readonly now: 'open' } & OwnOffer)
  | { readonly now: 'passed-on' }
  | { readonly now: 'declined' }
  | { readonly now: 'done'; readonly wasGroupOffered: boolean };

/** In the transaction in which the referral is locked. */
export async function answerOffer(turn: Turn, own: OwnOffer, outcome: Outcome): Promise<Answered> {
  const { offer, content } = own;
  // Whatever was said, they've been reached by then.
  const referral = { ...own.referral, reachedAt: own.referral.reachedAt ?? turn.now };
  switch (outcome) {
    case 'cannot':
      await takeBackOffer(turn, offer, 'cannot');
      await passOn(turn, own.referral, content);
      return { now: 'passed-on' };
    case 'declined':
      await closeReferral(turn, referral, content, 'declined');
      return { now: 'declined' };
    case 'done':
      await closeReferral(turn, referral, content, 'talked');
      return { now: 'done', wasGroupOffered: content.wishesGroup };
    case 'no-answer':
      if (isSecondTry(own, turn.now)) {
        await closeReferral(turn, referral, content, 'no-answer');
        return { now: 'done', wasGroupOffered: content.wishesGroup };
      }
      return stay(turn, own, 'no-answer', secondTryAfterMs);
    case 'reached':
    case 'talking':
      return stay(turn, own, outcome, askedAfterMs);
    default:
      return outcome satisfies never;
  }
}

/** There was no answer three days ago either. */
function isSecondTry({ offer }: OwnOffer, now: number): boolean {
  return (
    offer.state === 'no-answer' && offer.answeredAt !== null && now - offer.answeredAt >= secondTryAfterMs
  );
}

async function stay(
  { db, now }: Turn,
  own: OwnOffer,
  state: 'reached' | 'talking' | 'no-answer',
  askedAfter: number,
): Promise<Answered> {
  // Said again within the three days, it's the same try.
  const isSame = own.offer.state === state;
  const changed: Partial<Referral> = {
    state,
    waitsFor: 'supporter',
    reachedAt: own.referral.reachedAt ?? now,
    ...(isSame ? {} : { waitsSince: now, deadlineAt: now + askedAfter }),
  };
  await saveReferral(db, own.referral.id, changed);
  if (!isSame) await saveOffer(db, own.offer.id, state, now);
  return {
    now: 'open',
    ...own,
    offer: { ...own.offer, state },
    referral: { ...own.referral, ...changed },
  };
}
