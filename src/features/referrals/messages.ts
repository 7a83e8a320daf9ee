import { millisecondsInDay, millisecondsInWeek } from '../../calendar/spans.ts';
import type { Card } from '../../chat/card.ts';
import type { PersonRef } from '../../chat/person.ts';
import { forgetByCheckpoint } from '../../db/checkpoint.ts';
import type { Executor } from '../../db/schema.ts';
import { forgetThrough } from '../../outbox/forget-store.ts';
import { messageKind } from '../../outbox/message-kind.ts';
import { cancel, change, enqueue } from '../../outbox/store.ts';
import { findReader, type Telling } from '../../people/find-reader.ts';
import type { Appointed } from '../../people/roles/store.ts';
import { newId, newTimelessId } from '../../system/ids.ts';
import { roomMessage } from '../room-message.ts';
import type { Supporter } from '../supporters/store.ts';
import {
  deskCard,
  endedCard,
  nobodyThereCard,
  offerCard,
  overdueCard,
  reminderCard,
  takenCareOfCard,
  wentOnCard,
} from './cards.ts';
import type { Offer } from './offer-store.ts';
import { openForMs, remindAt } from './rules.ts';

const offered = messageKind('offer', 'offer');
const asked = messageKind('offer-asked', 'offer');
const atDesk = messageKind('desk', 'message');
const later = messageKind('four-weeks', 'message');

/** None of them says who it's about, what happened or who asked: they only open the view that does. */
export const referralMessages = [
  roomMessage(offered),
  roomMessage(asked),
  roomMessage(atDesk),
  roomMessage(later),
];

export async function sendOffer({ db, now, hospital }: Telling, offer: Offer, to: Supporter): Promise<void> {
  const card = offerCard(await findReader(db, to.person, hospital, to), offer.id);
  const key = offered.key({ offer: offer.id });
  await enqueue(db, [{ key, to: to.person, card, usefulUntil: now + openForMs }], now);
}

/** The supporter has reached out some days ago, and the desk doesn't know how it went. */
export async function sendReminder(
  { db, now, hospital }: Telling,
  offer: Offer,
  to: Supporter,
): Promise<void> {
  const card = reminderCard(await findReader(db, to.person, hospital, to), offer.id);
  const key = asked.key({ offer: offer.id });
  await enqueue(db, [{ key, to: to.person, card, usefulUntil: now + millisecondsInWeek }], now);
}

/** What's no longer theirs loses its button, or never goes out. */
export async function closeOfferMessages(
  { db, now, hospital }: Telling,
  offer: Offer,
  to: Supporter,
  why: 'done' | 'went-on',
): Promise<void> {
  const reader = await findReader(db, to.person, hospital, to);
  const card = why === 'done' ? takenCareOfCard(reader) : wentOnCard(reader);
  for (const kind of [offered, asked]) {
    const key = kind.key({ offer: offer.id });
    const cancelled = await cancel(db, [key]);
    if (cancelled.length === 0) await change(db, key, card, now);
  }
}

export async function tellDesk(parts: Telling, to: Appointed, waiting: number): Promise<void> {
  await tell(parts, to, deskCard(await findReader(parts.db, to.person, parts.hospital, to), waiting));
}

/** `since`: when it began to wait. Those who don't see the desk are told who can open it: nobody has. */
export async function tellOverdue(
  parts: Telling,
  to: Appointed,
  { since, sees }: { readonly since: number; readonly sees: boolean },
): Promise<void> {
  await tell(parts, to, overdueCard(await findReader(parts.db, to.person, parts.hospital, to), since, sees));
}

/** One has ended by itself, or couldn't be read any more. */
export async function tellEnded(
  parts: Telling,
  to: Appointed,
  why: 'time' | 'unreadable' | 'unanswered',
): Promise<void> {
  const sees = to.role !== 'program-administrator';
  const reader = await findReader(parts.db, to.person, parts.hospital, to);
  await tell(parts, to, endedCard(reader, why, sees));
}

/** Another program asked for support, and nobody has been appointed yet. */
export async function tellNobodyThere(parts: Telling, person: PersonRef): Promise<void> {
  await tell(parts, { person }, nobodyThereCard(await findReader(parts.db, person, parts.hospital)));
}

async function tell({ db, now }: Telling, to: Pick<Appointed, 'person'>, card: Card): Promise<void> {
  const key = atDesk.key({ message: newId() });
  await enqueue(db, [{ key, to: to.person, card, usefulUntil: now + 2 * millisecondsInDay }], now);
}

/** In about four weeks, to a supporter who asked for it. The row says neither the day nor the hour at which they did. */
export async function sendLater(parts: Telling, to: Supporter, card: Card): Promise<void> {
  const { db, now, hospital } = parts;
  const key = later.key({ message: newTimelessId() });
  const dueAt = remindAt(now, hospital.timeZone);
  const message = { key, to: to.person, card, dueAt, usefulUntil: dueAt + millisecondsInWeek };
  await enqueue(db, [message], dueAt - 5 * millisecondsInWeek);
}

/**
 * Forgets that these messages were sent as soon as nothing more becomes of them. An offer that's still someone's keeps
 * its own: they lose their button when it closes.
 */
export async function forgetMessages(db: Executor, openOffers: readonly string[]): Promise<void> {
  const kept = new Set(openOffers.flatMap((offer) => [offered.key({ offer }), asked.key({ offer })]));
  let gone = 0;
  for (const kind of [offered, asked, atDesk, later])
    gone += await forgetThrough(db, kind.beginning({}), kept);
  if (gone > 0) forgetByCheckpoint(db);
}
