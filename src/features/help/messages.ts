import { millisecondsInWeek } from '../../calendar/spans.ts';
import type { Resource } from '../../content/resources.ts';
import type { Executor } from '../../db/schema.ts';
import { messageKind } from '../../outbox/message-kind.ts';
import { enqueue } from '../../outbox/store.ts';
import type { Actor } from '../../people/actor.ts';
import { newId } from '../../system/ids.ts';
import { roomMessage } from '../room-message.ts';
import { welcomeCard } from './cards.ts';

const welcome = messageKind('welcome', 'id');

export const helpMessages = [roomMessage(welcome)];

/** The first message, to someone who has the app since now. */
export async function sendWelcome(
  db: Executor,
  { account, reader }: Actor,
  { resources, now }: { readonly resources: readonly Resource[]; readonly now: number },
): Promise<void> {
  const message = {
    key: welcome.key({ id: newId() }),
    to: account,
    card: welcomeCard(reader, resources),
    usefulUntil: now + millisecondsInWeek,
  };
  await enqueue(db, [message], now);
}
