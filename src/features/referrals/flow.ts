import { millisecondsInHour } from '../../calendar/spans.ts';
import { forgetByCheckpoint } from '../../db/checkpoint.ts';
import { takeTurn } from '../../db/locks.ts';
import type { Telling } from '../../people/find-reader.ts';
import { countTaken } from '../matching/count-taken.ts';
import { readSettings } from '../program/support-settings-store.ts';
import { findSupporter, type Supporter } from '../supporters/store.ts';
import { count } from '../tallies/store.ts';
import { type ReferralContent, unseal } from './content.ts';
import type { FlowParts } from './flow-parts.ts';
import { closeOfferMessages, sendOffer, tellEnded } from './messages.ts';
import { addOffer, findOffersOf, type Offer, saveOffer } from './offer-store.ts';
import { answerBy, levels, reachedWithinMs } from './rules.ts';
import { deleteReferral, type Referral, saveReferral } from './store.ts';
import { suggestFor } from './suggest.ts';
import { firstInLine, inLine, tellInLine } from './who-looks-after.ts';

/** Asks a supporter. Their turn ends at the deadline. */
export async function offerTo(parts: FlowParts, referral: Referral, supporter: Supporter): Promise<Offer> {
  const { db, now } = parts;
  const { answerHours } = await readSettings(db);
  const offer = await addOffer(db, referral.id, supporter.id, now);
  await saveReferral(db, referral.id, {
    state: 'offered',
    isHidden: referral.isHidden,
    waitsFor: 'supporter',
    waitsSince: now,
    deadlineAt: answerBy(now, answerHours),
  });
  await count(parts, ['offers']);
  await sendOffer(parts, offer, supporter);
  return offer;
}

/**
 * It's nobody's just now: it goes to the next supporter who fits, where that's wanted or nobody may look at it, else to the
 * desk. Those there hear so.
 */
export async function passOn(parts: FlowParts, referral: Referral, content: ReferralContent): Promise<void> {
  const { db } = parts;
  const { offersNext } = await readSettings(db);
  const first = await firstInLine(db, content);
  if (offersNext || first === null) {
    const next = await findNext(parts, referral, content);
    if (next !== null) {
      await offerTo(parts, { ...referral, isHidden: false }, next);
      return;
    }
  }
  await putAtDesk(parts, referral, content);
  await tellInLine(parts, [referral], content);
}

/** Waits for the first in line; nobody has heard of it yet. */
export async function putAtDesk(
  { db, now }: FlowParts,
  referral: Referral,
  content: ReferralContent,
): Promise<void> {
  const { answerHours } = await readSettings(db);
  await saveReferral(db, referral.id, {
    state: 'waiting',
    isHidden: false,
    waitsFor: (await firstInLine(db, content)) ?? 'program-administrator',
    waitsSince: now,
    deadlineAt: answerBy(now, answerHours),
  });
}

/** The supporter who fits best and hasn't been asked. Two who look at once don't find the same with one place left. */
async function findNext(
  parts: FlowParts,
  referral: Referral,
  content: ReferralContent,
): Promise<Supporter | null> {
  await takeTurn(parts.db, 'offers');
  const [best] = (await suggestFor(parts, referral, content)).fitting;
  return best === undefined ? null : best.supporter;
}

/** The offer is no longer theirs, and their message says so. */
export async function takeBackOffer(
  parts: FlowParts,
  offer: Offer,
  state: 'cannot' | 'lapsed',
): Promise<void> {
  const { db, now } = parts;
  await saveOffer(db, offer.id, state, now);
  const supporter = await findSupporter(db, offer.supporterId);
  if (supporter !== null) await closeOfferMessages(parts, offer, supporter, 'went-on');
}

export type Ending = 'talked' | 'declined' | 'no-answer' | 'ended';

/** Everything of it goes. What's counted points at nobody, and is released in batches alone. */
export async function closeReferral(
  parts: Telling & Pick<FlowParts, 'seals'>,
  referral: Referral,
  content: ReferralContent | null,
  ending: Ending,
): Promise<void> {
  const { db, now } = parts;
  for (const offer of await findOffersOf(db, referral.id)) {
    if (offer.state === 'cannot' || offer.state === 'lapsed') continue;
    const supporter = await findSupporter(db, offer.supporterId);
    if (supporter === null) continue;
    if (referral.reachedAt !== null) await countTaken(db, supporter, now);
    await closeOfferMessages(parts, offer, supporter, 'done');
  }
  await deleteReferral(db, referral.id);
  forgetByCheckpoint(db);
  const { reachedAt, openedAt } = referral;
  const wasInTime = reachedAt !== null && reachedAt - openedAt <= reachedWithinMs;
  await count(parts, [
    'closed',
    ending,
    ...(wasInTime ? (['reached-in-a-day'] as const) : []),
    ...(content === null ? [] : [`kind:${content.kind}` as const]),
  ]);
}

/** A folder of keys that isn't mounted looks as if there were none: so long it may come back. */
const keysMayReturnMs = millisecondsInHour;

/**
 * What can't be read any more, since its key is gone, ends an hour after its deadline; the director asks around. Null when
 * it can't be read.
 */
export async function readOrClose(parts: FlowParts, referral: Referral): Promise<ReferralContent | null> {
  const content = await unseal(parts.seals, referral);
  if (content !== null || parts.now < referral.deadlineAt + keysMayReturnMs) return content;
  await closeReferral(parts, referral, null, 'ended');
  for (const one of await firstThere(parts.db)) await tellEnded(parts, one, 'unreadable');
  return null;
}

/** Those who run the program, of the first level that has someone. */
async function firstThere(db: FlowParts['db']) {
  for (const level of levels) {
    const there = await inLine(db, level, null);
    if (there.length > 0) return there;
  }
  return [];
}
