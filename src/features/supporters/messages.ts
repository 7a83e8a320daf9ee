import { millisecondsInDay } from '../../calendar/spans.ts';
import { messageKind } from '../../outbox/message-kind.ts';
import { cancel, change, enqueue } from '../../outbox/store.ts';
import { findReader, type Telling } from '../../people/find-reader.ts';
import { roomMessage } from '../room-message.ts';
import { invitationCard, invitationClosedCard, practiceCard } from './cards.ts';
import { invitedForMs } from './rules.ts';
import { deleteSupporter, findSupporter, type Supporter } from './store.ts';

const invited = messageKind('supporter-invited', 'supporter');
const practice = messageKind('practice', 'supporter', 'with', 'day');

export const supporterMessages = [
  // Who can't be reached isn't waited for.
  roomMessage(invited, {
    async undelivered(db, { supporter }) {
      const found = await findSupporter(db, supporter);
      if (found?.state === 'invited') await deleteSupporter(db, supporter);
    },
  }),
  roomMessage(practice),
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
