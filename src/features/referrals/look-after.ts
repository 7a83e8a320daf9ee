import type { Content } from '../../content/content.ts';
import type { Database } from '../../db/schema.ts';
import { transact } from '../../db/transact.ts';
import type { Seals } from '../../sealing/seals.ts';
import { readSettings } from '../program/support-settings-store.ts';
import { findSupporter } from '../supporters/store.ts';
import { releaseBatch } from '../tallies/store.ts';
import { renewSums } from '../tallies/sums-store.ts';
import type { ReferralContent } from './content.ts';
import { closeReferral, passOn, readOrClose, takeBackOffer } from './flow.ts';
import type { FlowParts } from './flow-parts.ts';
import { forgetMessages, sendReminder, tellEnded, tellOverdue } from './messages.ts';
import { findOffersOf, findOpenOffers, type Offer } from './offer-store.ts';
import { answerBy, levelAfter, openForMs, seesWho } from './rules.ts';
import {
  bringForward,
  findKeysInUse,
  findOpen,
  findOverdue,
  lockReferral,
  type Referral,
  saveReferral,
} from './store.ts';
import { firstInLine, inLine } from './who-looks-after.ts';

export interface LookingAfter {
  readonly db: Database;
  readonly seals: Seals;
  readonly content: Content;
  readonly hospital: FlowParts['hospital'] & { readonly smallestGroup: number };
}

/** So many at a time; the rest a tick later. */
const mostAtOnce = 100;

/** Moves on whatever has waited for its deadline, or for someone who's gone, one transaction each. How many that were. */
export async function lookAfterReferrals(parts: LookingAfter, now: number): Promise<number> {
  await transact(parts.db, (db) => bringForward(db, now));
  const overdue = await findOverdue(parts.db, now, mostAtOnce);
  for (const id of overdue)
    await transact(parts.db, async (db) => {
      const referral = await lockReferral(db, id);
      if (referral !== null && referral.deadlineAt <= now) await moveOn({ ...parts, db, now }, referral);
    });
  await transact(parts.db, (db) => releaseBatch({ ...parts, db, now }, parts.hospital.smallestGroup));
  await transact(parts.db, async (db) => forgetMessages(db, await findOpenOffers(db)));
  return overdue.length;
}

/** Closes what no key opens any more, and destroys the keys that nothing open needs. */
export async function lookAfterKeys(parts: LookingAfter, now: number): Promise<void> {
  for (const { id } of await findOpen(parts.db))
    await transact(parts.db, async (db) => {
      const referral = await lockReferral(db, id);
      if (referral !== null) await readOrClose({ ...parts, db, now }, referral);
    });
  await transact(parts.db, (db) => renewSums({ ...parts, db, now }));
  await parts.seals.destroyUnneeded(await findKeysInUse(parts.db), now);
}

async function moveOn(parts: FlowParts, referral: Referral): Promise<void> {
  const { now } = parts;
  const content = await readOrClose(parts, referral);
  if (content === null) return;
  if (now >= referral.openedAt + openForMs) {
    await closeReferral(parts, referral, content, endingOf(referral));
    for (const one of await lookingAfter(parts, content)) await tellEnded(parts, one, 'time');
    return;
  }
  if (referral.state === 'offered') return lapse(parts, referral, content);
  if (referral.state === 'waiting') return escalate(parts, referral, content);
  await askHowItWent(parts, referral);
}

/** What was talked about ends as such, also when nobody said so. */
function endingOf({ state }: Referral) {
  if (state === 'talking') return 'talked';
  return state === 'no-answer' ? 'no-answer' : 'ended';
}

/** A supporter hasn't answered in time. No failure: it goes on, and the desk hears so, unless the colleague chose for themself. */
async function lapse(parts: FlowParts, referral: Referral, content: ReferralContent): Promise<void> {
  const waiting = (await findOffersOf(parts.db, referral.id)).filter(({ state }) => state === 'waiting');
  for (const offer of waiting) await takeBackOffer(parts, offer, 'lapsed');
  await passOn(parts, referral, content);
  const { offersNext } = await readSettings(parts.db);
  const isOffered = (await lockReferral(parts.db, referral.id))?.state === 'offered';
  if (!offersNext || !isOffered) return;
  for (const one of await lookingAfter(parts, content)) await tellEnded(parts, one, 'unanswered');
}

/** The next in line hear that something waits; the last, and the first with them, hear it again. */
async function escalate(parts: FlowParts, referral: Referral, content: ReferralContent): Promise<void> {
  const { db, now } = parts;
  const { waitsFor, waitsSince } = referral;
  // The supporter who had it has left: it's nobody's.
  if (waitsFor === 'supporter') return passOn(parts, referral, content);
  let level = levelAfter(waitsFor);
  let told = await inLine(db, level, content);
  while (told.length === 0 && level !== levelAfter(level)) {
    level = levelAfter(level);
    told = await inLine(db, level, content);
  }
  const first = await firstInLine(db, content);
  // Nobody may look at it: a supporter who fits gets it, as soon as there is one.
  if (first === null) return passOn(parts, referral, content);
  const { answerHours } = await readSettings(db);
  // Where nobody comes after the first, it stays with them.
  const next = told.length === 0 ? first : level;
  await saveReferral(db, referral.id, { waitsFor: next, deadlineAt: answerBy(now, answerHours) });
  const again = level === waitsFor || told.length === 0 ? await inLine(db, first, content) : [];
  for (const one of told) await tellOverdue(parts, one, { since: waitsSince, sees: seesWho(level) });
  for (const one of again) await tellOverdue(parts, one, { since: waitsSince, sees: true });
}

/** Once, a while after the supporter reached out; then it rests until it ends by itself. */
async function askHowItWent(parts: FlowParts, referral: Referral): Promise<void> {
  const { db } = parts;
  await saveReferral(db, referral.id, { deadlineAt: referral.openedAt + openForMs });
  const offer = await current(parts, referral);
  const supporter = offer === null ? null : await findSupporter(db, offer.supporterId);
  if (offer !== null && supporter !== null) await sendReminder(parts, offer, supporter);
}

async function current({ db }: FlowParts, referral: Referral): Promise<Offer | null> {
  const offers = await findOffersOf(db, referral.id);
  return offers.find(({ state }) => !['cannot', 'lapsed', 'waiting'].includes(state)) ?? null;
}

async function lookingAfter({ db }: FlowParts, content: ReferralContent) {
  const level = await firstInLine(db, content);
  return level === null ? [] : inLine(db, level, content);
}
