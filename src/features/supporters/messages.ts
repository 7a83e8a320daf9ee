import { millisecondsInDay, millisecondsInWeek } from '../../calendar/spans.ts';
import type { Card } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import type { Executor } from '../../db/schema.ts';
import { messageKind } from '../../outbox/message-kind.ts';
import { cancel, change, enqueue } from '../../outbox/store.ts';
import { findReader } from '../../people/find-reader.ts';
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

export async function sendInvitation(db: Executor, to: Supporter, now: number): Promise<void> {
  const key = invited.key({ supporter: to.id });
  const card = invitationCard(await findReader(db, to.person));
  await enqueue(db, [{ key, to: to.person, card, usefulUntil: now + invitedForMs }], now);
}

/** It loses its buttons, or never goes out. */
export async function closeInvitation(db: Executor, to: Supporter, now: number): Promise<void> {
  const key = invited.key({ supporter: to.id });
  const cancelled = await cancel(db, [key]);
  if (cancelled.length > 0) return;
  await change(db, key, invitationClosedCard(await findReader(db, to.person)), now);
}

/** One a day between the same two, however often it's pressed. `about` is what their own card shows. */
export async function sendPractice(
  db: Executor,
  to: Supporter,
  { withId, day, about }: { withId: string; day: string; about: string },
  now: number,
): Promise<void> {
  const card = practiceCard(await findReader(db, to.person), about);
  const key = practice.key({ supporter: to.id, with: withId, day });
  await enqueue(db, [{ key, to: to.person, card, usefulUntil: now + 2 * millisecondsInDay }], now);
}

export async function sendMeeting(
  db: Executor,
  to: readonly Supporter[],
  { day, when, cardFor, until }: Reminder,
  now: number,
): Promise<number> {
  return sendToEach(
    db,
    to,
    { cardFor, until, keyFor: (supporter) => meeting.key({ supporter, day, when }) },
    now,
  );
}

export interface Reminder {
  /** Of the meeting, `YYYY-MM-DD`. */
  readonly day: string;
  readonly when: 'week' | 'today';
  readonly cardFor: (reader: Reader) => Card;
  readonly until: number;
}

export async function sendThanks(
  db: Executor,
  to: readonly Supporter[],
  { year, cardFor }: { year: string; cardFor: (reader: Reader) => Card },
  now: number,
): Promise<number> {
  const until = now + millisecondsInWeek;
  return sendToEach(db, to, { cardFor, until, keyFor: (supporter) => thanks.key({ supporter, year }) }, now);
}

interface ToEach {
  readonly keyFor: (supporterId: string) => string;
  readonly cardFor: (reader: Reader) => Card;
  readonly until: number;
}

async function sendToEach(
  db: Executor,
  to: readonly Supporter[],
  { keyFor, cardFor, until }: ToEach,
  now: number,
): Promise<number> {
  const outgoing = [];
  for (const { id, person } of to)
    outgoing.push({
      key: keyFor(id),
      to: person,
      card: cardFor(await findReader(db, person)),
      usefulUntil: until,
    });
  return enqueue(db, outgoing, now);
}
