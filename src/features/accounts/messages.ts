import { millisecondsInDay } from '../../calendar/spans.ts';
import type { Platform } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import { messageKind } from '../../outbox/message-kind.ts';
import { enqueue } from '../../outbox/store.ts';
import type { Member } from '../../people/members/store.ts';
import { readerOf } from '../../people/readers.ts';
import { newId } from '../../system/ids.ts';
import { roomMessage } from '../room-message.ts';
import { wasLinkedCard } from './cards.ts';

const linked = messageKind('linked', 'id');

export const accountMessages = [roomMessage(linked)];

/** To the member whose code was used on `platform`, in case that was someone else. */
export async function sendLinked(
  db: Executor,
  maker: Member,
  platform: Platform,
  now: number,
): Promise<void> {
  const message = {
    key: linked.key({ id: newId() }),
    to: maker.person,
    card: wasLinkedCard(readerOf(maker), platform),
    usefulUntil: now + millisecondsInDay,
  };
  await enqueue(db, [message], now);
}
