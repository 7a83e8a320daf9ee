import { millisecondsInDay, millisecondsInWeek } from '../../calendar/spans.ts';
import { asCard } from '../../chat/say.ts';
import type { Executor } from '../../db/schema.ts';
import { type About, messageKind } from '../../outbox/message-kind.ts';
import { cancelStartingWith, enqueue } from '../../outbox/store.ts';
import type { Undelivered } from '../../outbox/undelivered.ts';
import { type Member, mentionOf } from '../../people/members/store.ts';
import { readerOf } from '../../people/readers.ts';
import { newId } from '../../system/ids.ts';
import { findPairs, type Pair } from '../pairing/store.ts';
import { roomMessage } from '../room-message.ts';
import { couldUseCard, withLines } from './cards.ts';
import { answerText } from './rules.ts';
import { wordsFor } from './words.ts';

const reach = messageKind('reach', 'pair', 'recipient', 'id');
const notReached = messageKind('not-reached', 'id');
const answered = messageKind('answered', 'id');
const away = messageKind('away', 'pair', 'member', 'instant');

export const checkinMessages = [
  roomMessage(reach, { undelivered: sayNotReached }),
  roomMessage(notReached),
  roomMessage(away),
  roomMessage(answered),
];

/** Passes on to a buddy that `asker` could use a check-in. Of use for a day. */
export async function sendReach(
  db: Executor,
  { id: pair, buddy }: Pair,
  asker: Member,
  now: number,
): Promise<void> {
  const id = newId();
  const message = {
    key: reach.key({ pair, recipient: buddy.id, id }),
    to: buddy.person,
    card: couldUseCard(readerOf(buddy), asker, answerText(pair, id)),
    usefulUntil: now + millisecondsInDay,
  };
  await enqueue(db, [message], now);
}

/** Takes back what still waits to be passed on in this pair. */
export async function callOffReaches(db: Executor, pairId: string): Promise<void> {
  await cancelStartingWith(db, reach.beginning({ pair: pairId }));
}

/** Someone goes away: what still waits to be passed on to them in this pair isn't, and who asked hears so. */
export async function callOffReachesTo(
  db: Executor,
  pairId: string,
  recipientId: string,
  now: number,
): Promise<void> {
  const keys = await cancelStartingWith(db, reach.beginning({ pair: pairId, recipient: recipientId }));
  for (const key of keys) {
    const about = reach.read(key);
    if (about !== null) await sendNotReached(db, about, now);
  }
}

async function sayNotReached(
  db: Executor,
  about: About<'pair' | 'recipient' | 'id'>,
  _: Undelivered,
  now: number,
): Promise<void> {
  await sendNotReached(db, about, now);
}

/** The one who waits for a buddy hears so, once, with the lines that answer now. Nothing, when the two are no longer buddies. */
async function sendNotReached(
  db: Executor,
  { pair: pairId, recipient, id }: About<'pair' | 'recipient' | 'id'>,
  now: number,
): Promise<void> {
  const ofRecipient = (await findPairs(db, recipient)).find((pair) => pair.id === pairId);
  if (ofRecipient === undefined) return;
  const asker = ofRecipient.buddy;
  const ofAsker = (await findPairs(db, asker.id)).find((pair) => pair.id === pairId);
  if (ofAsker === undefined) return;
  const reader = readerOf(asker);
  const message = {
    key: notReached.key({ id }),
    to: asker.person,
    card: withLines(reader, wordsFor(reader).notReached(mentionOf(ofAsker.buddy))),
    usefulUntil: now + millisecondsInDay,
  };
  await enqueue(db, [message], now);
}

/** To the one who asked: `me` will. Once for each time they asked. */
export async function sendAnswer(
  db: Executor,
  { buddy: asker }: Pair,
  { me, reachId, now }: { readonly me: Member; readonly reachId: string; readonly now: number },
): Promise<void> {
  const message = {
    key: answered.key({ id: reachId }),
    to: asker.person,
    card: asCard(wordsFor(readerOf(asker)).willCheckIn(mentionOf(me))),
    usefulUntil: now + millisecondsInDay,
  };
  await enqueue(db, [message], now);
}

/** To each buddy of someone who can't be sent anything anymore. */
export async function sendAway(db: Executor, pairs: readonly Pair[], me: Member, now: number): Promise<void> {
  const told = pairs.map(({ id, buddy }) => ({
    key: away.key({ pair: id, member: me.id, instant: String(now) }),
    to: buddy.person,
    card: asCard(wordsFor(readerOf(buddy)).cannotReach(mentionOf(me))),
    usefulUntil: now + millisecondsInWeek,
  }));
  await enqueue(db, told, now);
}
