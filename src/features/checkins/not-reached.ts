import { millisecondsInDay } from '../../calendar/spans.ts';
import type { Executor } from '../../db/schema.ts';
import { cancelStartingWith, enqueue } from '../../outbox/store.ts';
import { mentionOf } from '../../people/members/store.ts';
import { reachesTo, readReachKey } from '../pairing/rules.ts';
import { findPairs } from '../pairing/store.ts';
import { withLines } from './cards.ts';
import { words } from './words.en.ts';

/**
 * A buddy did not get what somebody asked to be passed on: the one who waits for them hears so, once, with the lines
 * that answer now. Nothing, when `key` is of another message, or the two are no longer buddies.
 */
export async function tellNotReached(db: Executor, key: string, now: number): Promise<void> {
  const reach = readReachKey(key);
  if (reach === null) return;
  const ofRecipient = (await findPairs(db, reach.recipientId)).find((pair) => pair.id === reach.pairId);
  if (ofRecipient === undefined) return;
  const asker = ofRecipient.buddy;
  const ofAsker = (await findPairs(db, asker.id)).find((pair) => pair.id === reach.pairId);
  if (ofAsker === undefined) return;
  const told = {
    key: `not-reached:${reach.id}`,
    to: asker.person,
    card: withLines(words.notReached(mentionOf(ofAsker.buddy))),
    usefulUntil: now + millisecondsInDay,
  };
  await enqueue(db, [told], now);
}

/** Somebody goes away: what still waits to be passed on to them in this pair is not, and who asked hears so. */
export async function callOffReaches(
  db: Executor,
  pairId: string,
  recipientId: string,
  now: number,
): Promise<void> {
  for (const key of await cancelStartingWith(db, reachesTo(pairId, recipientId))) {
    await tellNotReached(db, key, now);
  }
}
