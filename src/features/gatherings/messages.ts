import { millisecondsInWeek } from '../../calendar/spans.ts';
import type { Card } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { messageKind } from '../../outbox/message-kind.ts';
import { enqueue } from '../../outbox/store.ts';
import { findReader, type Telling } from '../../people/find-reader.ts';
import { roomMessage } from '../room-message.ts';
import type { Supporter } from '../supporters/store.ts';

const meeting = messageKind('meeting', 'supporter', 'day', 'when');
const thanks = messageKind('supporter-thanks', 'supporter', 'year');

export const gatheringMessages = [roomMessage(meeting), roomMessage(thanks)];

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
  for (const { id, person, language } of to)
    outgoing.push({
      key: keyFor(id),
      to: person,
      card: cardFor(await findReader(db, person, hospital, { language })),
      usefulUntil: until,
    });
  return enqueue(db, outgoing, now);
}
