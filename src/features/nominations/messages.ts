import { messageKind } from '../../outbox/message-kind.ts';
import { cancel, change, enqueue } from '../../outbox/store.ts';
import { findReader, type Telling } from '../../people/find-reader.ts';
import { roomMessage } from '../room-message.ts';
import { invitedForMs } from '../supporters/rules.ts';
import { deleteSupporter, findSupporter, type Supporter } from '../supporters/store.ts';
import { invitationCard, invitationClosedCard } from './cards.ts';

const invited = messageKind('supporter-invited', 'supporter');

export const nominationMessages = [
  // Who can't be reached isn't waited for.
  roomMessage(invited, {
    async undelivered(db, { supporter }) {
      const found = await findSupporter(db, supporter);
      if (found?.state === 'invited') await deleteSupporter(db, supporter);
    },
  }),
];

export async function sendInvitation({ db, now, hospital }: Telling, to: Supporter): Promise<void> {
  const key = invited.key({ supporter: to.id });
  const card = invitationCard(await findReader(db, to.person, hospital, to));
  await enqueue(db, [{ key, to: to.person, card, usefulUntil: now + invitedForMs }], now);
}

/** It loses its buttons, or never goes out. */
export async function closeInvitation({ db, now, hospital }: Telling, to: Supporter): Promise<void> {
  const key = invited.key({ supporter: to.id });
  const cancelled = await cancel(db, [key]);
  if (cancelled.length > 0) return;
  await change(db, key, invitationClosedCard(await findReader(db, to.person, hospital, to)), now);
}
