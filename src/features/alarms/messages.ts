import { millisecondsInDay } from '../../calendar/spans.ts';
import type { Card } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { messageKind } from '../../outbox/message-kind.ts';
import { cancelStartingWith, change, enqueue, findStartingWith } from '../../outbox/store.ts';
import { findReader, type Telling } from '../../people/find-reader.ts';
import { fingerprint } from '../../system/ids.ts';
import { roomMessage } from '../room-message.ts';
import type { Administrator } from './administrators.ts';
import type { Alarm } from './store.ts';

const alarmed = messageKind('alarm', 'alarm', 'reader');

/** None of them is about a member. */
export const alarmMessages = [roomMessage(alarmed)];

/** Each of them once for a matter, however often it's sent. How many messages were new. */
export async function sendAlarm(
  { db, now, hospital }: Telling,
  { id }: Alarm,
  administrators: readonly Administrator[],
  cardFor: (reader: Reader) => Card,
): Promise<number> {
  const outgoing = [];
  for (const { to, person } of administrators) {
    const key = alarmed.key({ alarm: id, reader: fingerprint(person) });
    const card = cardFor(await findReader(db, to, hospital));
    outgoing.push({ key, to, card, usefulUntil: now + 2 * millisecondsInDay });
  }
  return enqueue(db, outgoing, now);
}

/** It's over: what hasn't gone out never does, and what has says so in its place, without another message. */
export async function sayOver(
  { db, now, hospital }: Telling,
  { id }: Alarm,
  cardFor: (reader: Reader) => Card,
): Promise<void> {
  const prefix = alarmed.beginning({ alarm: id });
  await cancelStartingWith(db, prefix);
  for (const { key, to } of await findStartingWith(db, prefix))
    await change(db, key, cardFor(await findReader(db, to, hospital)), now);
}
