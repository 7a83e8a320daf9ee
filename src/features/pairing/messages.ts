import { millisecondsInWeek } from '../../calendar/spans.ts';
import type { Executor } from '../../db/schema.ts';
import { messageKind } from '../../outbox/message-kind.ts';
import { cancel, enqueue } from '../../outbox/store.ts';
import type { Member, MemberWithRhythm } from '../../people/members/store.ts';
import { readerOf } from '../../people/readers.ts';
import { newId } from '../../system/ids.ts';
import { roomMessage } from '../room-message.ts';
import { newBuddyCard, otherEndedCard, otherLeftCard } from './cards.ts';
import type { Pair } from './store.ts';

const paired = messageKind('paired', 'pair', 'member');
const ended = messageKind('ended', 'pair');

export const pairingMessages = [roomMessage(paired), roomMessage(ended)];

/** To one of two new buddies, who isn't the one who acted. */
export async function sendPaired(
  db: Executor,
  pairId: string,
  { to, buddy, now }: { readonly to: MemberWithRhythm; readonly buddy: Member; readonly now: number },
): Promise<void> {
  const card = newBuddyCard(readerOf(to), to, buddy, now);
  const key = paired.key({ pair: pairId, member: to.id });
  await enqueue(db, [{ key, to: to.person, card, ...ofUse(now) }], now);
}

/** The two are buddies no more: who hasn't read yet that they were needn't. */
export async function callOffPaired(db: Executor, { id, buddy }: Pair, me: Member): Promise<void> {
  await cancel(
    db,
    [me, buddy].map((member) => paired.key({ pair: id, member: member.id })),
  );
}

/** To the one who didn't end it. */
export async function sendEnded(
  db: Executor,
  { id, buddy }: Pair,
  leaver: Member,
  now: number,
): Promise<void> {
  const card = otherEndedCard(readerOf(buddy), leaver);
  await enqueue(db, [{ key: ended.key({ pair: id }), to: buddy.person, card, ...ofUse(now) }], now);
}

/** To the buddy of someone who has been erased, of whose pair nothing is left to name it by. */
export async function sendLeft(db: Executor, buddy: Member, name: string, now: number): Promise<void> {
  const card = otherLeftCard(readerOf(buddy), name);
  await enqueue(db, [{ key: ended.key({ pair: newId() }), to: buddy.person, card, ...ofUse(now) }], now);
}

function ofUse(now: number): { readonly usefulUntil: number } {
  return { usefulUntil: now + millisecondsInWeek };
}
