import { millisecondsInWeek } from '../../calendar/spans.ts';
import type { Executor } from '../../db/schema.ts';
import { messageKind } from '../../outbox/message-kind.ts';
import { enqueue } from '../../outbox/store.ts';
import type { MemberWithRhythm } from '../../people/members/store.ts';
import { readerOf } from '../../people/readers.ts';
import { roomMessage } from '../room-message.ts';
import { thankYouCard } from './cards.ts';
import { theirHour } from './rules.ts';

const thankYou = messageKind('thank-you', 'member', 'year');

export const thanksMessages = [roomMessage(thankYou)];

/** To each once a year, however often it's asked for. */
export async function sendThankYou(
  db: Executor,
  members: readonly MemberWithRhythm[],
  { year, now }: { readonly year: number; readonly now: number },
): Promise<void> {
  const outgoing = members.map((member) => {
    const dueAt = theirHour(now, member.rhythm.nudgeMinute, member.timeZone);
    return {
      key: thankYou.key({ member: member.id, year: String(year) }),
      to: member.person,
      card: thankYouCard(readerOf(member)),
      dueAt,
      usefulUntil: dueAt + millisecondsInWeek,
    };
  });
  await enqueue(db, outgoing, now);
}
