import { millisecondsInWeek } from '../../calendar/spans.ts';
import type { Executor } from '../../db/schema.ts';
import { messageKind } from '../../outbox/message-kind.ts';
import { enqueue } from '../../outbox/store.ts';
import type { MemberWithRhythm } from '../../people/members/store.ts';
import { readerOf } from '../../people/readers.ts';
import { roomMessage } from '../room-message.ts';
import { announcementCard, pulseCard } from './cards.ts';
import type { PulseTimes } from './rules.ts';
import { newToken } from './token.ts';

const announcement = messageKind('pulse-told', 'member');
const pulse = messageKind('pulse', 'member', 'quarter');

export const pulseMessages = [roomMessage(announcement), roomMessage(pulse)];

export async function sendAnnouncement(
  db: Executor,
  members: readonly MemberWithRhythm[],
  now: number,
): Promise<void> {
  const outgoing = members.map((member) => ({
    key: announcement.key({ member: member.id }),
    to: member.person,
    card: announcementCard(readerOf(member)),
    usefulUntil: now + millisecondsInWeek,
  }));
  await enqueue(db, outgoing, now);
}

/** Each with a token of its own, which stands nowhere else, and here only until the message is sent. */
export async function sendPulse(
  db: Executor,
  members: readonly MemberWithRhythm[],
  { quarter, closesAt, secret, now }: PulseTimes & { readonly secret: string; readonly now: number },
): Promise<void> {
  const outgoing = members.map((member) => ({
    key: pulse.key({ member: member.id, quarter }),
    to: member.person,
    card: pulseCard(readerOf(member), newToken(secret), closesAt),
    usefulUntil: closesAt,
  }));
  await enqueue(db, outgoing, now);
}
