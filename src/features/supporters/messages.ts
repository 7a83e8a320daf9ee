import { millisecondsInDay, millisecondsInWeek } from '../../calendar/spans.ts';
import type { Card } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { messageKind } from '../../outbox/message-kind.ts';
import { cancel, change, enqueue } from '../../outbox/store.ts';
import { findReader, type Telling } from '../../people/find-reader.ts';
import { roomMessage } from '../room-message.ts';
import { invitationCard, invitationClosedCard, practiceCard } from './cards.ts';
import { invitedForMs } from './rules.ts';
import { deleteSupporter, findSupporter, type Supporter } from './store.ts';

const invited = messageKind('supporter-invited', 'supporter');
const practice = messageKind('practice', 'supporter', 'with', 'day');
const meeting = messageKind('meeting', 'supporter', 'day', 'when');
const thanks = messageKind('supporter-thanks', 'supporter', 'year');

export const supporterMessages = [
  // Who can't be reached isn't waited for.
  roomMessage(invited, {
    async undelivered(db, { supporter }) {
      const found = await findSupporter(db, supporter);
      if (found?.state === 'invited') await deleteSupporter(db, supporter);
    },
  }),
  roomMessage(practice),
  roomMessage(meeting),
  roomMessage(thanks),
];

export async function sendInvitation({ db, now, hospital }: Telling, to: Supporter): Promise<void> {
  const key = invited.key({ supporter: to.id });
  const card = invitationCard(await findReader(db, to.person, hospital));
  await enqueue(db, [{ key, to: to.person, card, usefulUntil: now + invitedForMs }], now);
}

/** It loses its buttons, or never goes out. */
export async function closeInvitation({ db, now, hospital }: Telling, to: Supporter): Promise<void> {
  const key = invited.key({ supporter: to.id });
  const cancelled = await cancel(db, [key]);
  if (cancelled.length > 0) return;
  await change(db, key, invitationClosedCard(await findReader(db, to.person, hospital)), now);
}

/** One a day between the same two, however often it's pressed. `about` is what their own card shows. */
export async function sendPractice(
  { db, now, hospital }: Telling,
  to: Supporter,
  { withId, day, about }: { withId: string; day: string; about: string },
): Promise<void> {
  const card = practiceCard(await findReader(db, to.person, hospital), about);
  const key = practice.key({ supporter: to.id, with: withId, day });
  await enqueue(db, [{ key, to: to.person, card, usefulUntil: now + 2 * millisecondsInDay }], now);
}

export async function sendMeeting(
  parts: Telling,
  to: readonly Supporter[],
  { day, when, cardFor, until }: Reminder,
): Promise<number> {
  const keyFor = (supporter: string): string => meeting.key({ supporter, day, when });
  return sendToEach(parts, to, { cardFor, until, keyFor });
}

export interface Reminder {
  /** Of the meeting, `YYYY-MM-DD`. */
  readonly day: string;
  readonly when: 'week' | 'today';
  readonly cardFor: (reader: Reader) => Card;
  readonly until: number;
}

export async function sendThanks(
  parts: Telling,
  to: readonly Supporter[],
  { year, cardFor }: { year: string; cardFor: (reader: Reader) => Card },
): Promise<number> {
  const until = parts.now + millisecondsInWeek;
  return sendToEach(parts, to, { cardFor, until, keyFor: (supporter) => thanks.key({ supporter, year }) });
}

interface ToEach {
  readonly keyFor: (supporterId: string) => string;
  readonly cardFor: (reader: Reader) => Card;
  readonly until: number;
}

async function sendToEach(
  { db, now, hospital }: Telling,
  to: readonly Supporter[],
  { keyFor, cardFor, until }: ToEach,
): Promise<number> {
  const outgoing = [];
  for (const { id, person } of to)
    outgoing.push({
      key: keyFor(id),
      to: person,
      card: cardFor(await findReader(db, person, hospital)),
      usefulUntil: until,
    });
  return enqueue(db, outgoing, now);
}
