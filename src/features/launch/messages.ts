import { millisecondsInHour } from '../../calendar/spans.ts';
import type { Card } from '../../chat/card.ts';
import { type Language, languages } from '../../chat/language.ts';
import type { PersonRef } from '../../chat/person.ts';
import { takeTurn } from '../../db/locks.ts';
import type { Executor } from '../../db/schema.ts';
import { messageKind } from '../../outbox/message-kind.ts';
import { eraseRecipient } from '../../outbox/recipient-store.ts';
import { enqueue, findStartingWith } from '../../outbox/store.ts';
import type { Undelivered } from '../../outbox/undelivered.ts';
import { fingerprint } from '../../system/ids.ts';
import { findWhoDid } from '../audit/store.ts';
import { roomMessage } from '../room-message.ts';
import { refusedCard } from './channel-cards.ts';

/** `teller`: the language of who posted it, in which they hear when it didn't arrive. */
const announcement = messageKind('announcement', 'channel', 'text', 'teller');
const refused = messageKind('announcement-refused', 'channel', 'text', 'at');

export const launchMessages = [
  roomMessage(announcement, { undelivered: tellWhoPosted }),
  roomMessage(refused),
];

/** The one who has posted it waits for it to appear: after that long they hear that it didn't. */
const usefulMs = millisecondsInHour;

export interface InAChannel {
  /** The channel, in a person's place: to the platform's adapter it's a recipient like any other. */
  readonly to: PersonRef;
  readonly card: Card;
  readonly teller: Language;
}

/** False when this very text stands in that channel already, or is on its way there. */
export async function postAnnouncement(
  db: Executor,
  { to, card, teller }: InAChannel,
  now: number,
): Promise<boolean> {
  const about = { channel: to.id, text: fingerprint(JSON.stringify(card)) };
  // Two who read in different languages, and press at once, would otherwise post it twice.
  await takeTurn(db, announcement.name);
  if ((await findStartingWith(db, announcement.beginning(about))).length > 0) return false;
  const key = announcement.key({ ...about, teller });
  return (await enqueue(db, [{ key, to, card, usefulUntil: now + usefulMs }], now)) > 0;
}

/** The channel is forgotten with it, so that it can be tried again once the reason is gone. */
async function tellWhoPosted(
  db: Executor,
  { channel, text, teller }: { readonly channel: string; readonly text: string; readonly teller: string },
  { to, code, card }: Undelivered,
  now: number,
): Promise<void> {
  await eraseRecipient(db, to);
  const who = await findWhoDid(db, 'announced', channel);
  if (who === null) return;
  const language = languages.find((one) => one === teller) ?? 'en';
  const posted = card === null ? null : (JSON.parse(card) as Card);
  const key = refused.key({ channel, text, at: String(now) });
  await enqueue(db, [{ key, to: who, card: refusedCard({ language }, code, posted) }], now);
}
