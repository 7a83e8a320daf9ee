import { millisecondsInDay } from '../../calendar/spans.ts';
import { messageKind } from '../../outbox/message-kind.ts';
import { enqueue } from '../../outbox/store.ts';
import { findReader, type Telling } from '../../people/find-reader.ts';
import { roomMessage } from '../room-message.ts';
import type { Supporter } from '../supporters/store.ts';
import { practiceCard } from './cards.ts';

const practice = messageKind('practice', 'supporter', 'with', 'day');

export const trainingMessages = [roomMessage(practice)];

/** One a day between the same two, however often it's pressed. `about` is what their own card shows. */
export async function sendPractice(
  { db, now, hospital }: Telling,
  to: Supporter,
  { withId, day, about }: { withId: string; day: string; about: string },
): Promise<void> {
  const card = practiceCard(await findReader(db, to.person, hospital, to), about);
  const key = practice.key({ supporter: to.id, with: withId, day });
  await enqueue(db, [{ key, to: to.person, card, usefulUntil: now + 2 * millisecondsInDay }], now);
}
