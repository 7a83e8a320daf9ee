import type { Intent } from '../../bot/intents.ts';
import type { Turn } from '../../bot/turn.ts';
import { millisecondsInDay } from '../../calendar/spans.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { enqueue } from '../../outbox/store.ts';
import { isPaused } from '../../people/members/rules.ts';
import { findMember, mentionOf } from '../../people/members/store.ts';
import { newId } from '../../system/ids.ts';
import { reachesTo } from '../pairing/rules.ts';
import { findPairs } from '../pairing/store.ts';
import { couldUseCard, reachWhomCard, statusCard, withLines } from './cards.ts';
import { mostReaches, reachesWithinMs } from './rules.ts';
import { readStatus } from './status.ts';
import { addReach, countReaches } from './store.ts';
import { words } from './words.en.ts';

/** `checkins.reach`: asks a buddy for a check-in now, at most a few times a day. Somebody who is away is left alone. */
export async function reach(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, now } = turn;
  const me = await findMember(db, turn.from);
  const pairs = me === null ? [] : await findPairs(db, me.id);
  const [only, ...others] = pairs;
  if (me === null || only === undefined) return [reply(statusCard(await readStatus(turn), now))];
  if (intent.about === '' && others.length > 0) return [reply(reachWhomCard(pairs))];

  const pair = intent.about === '' ? only : pairs.find((one) => one.id === intent.about);
  if (pair === undefined) return [reply(statusCard(await readStatus(turn), now))];
  const buddy = mentionOf(pair.buddy);
  if (isPaused(pair.buddy, now)) return [reply(withLines(words.reachedAway(buddy)))];
  if ((await countReaches(db, pair.id, me.id, now - reachesWithinMs)) >= mostReaches) {
    return [reply(withLines(words.reachedOften(buddy)))];
  }
  await addReach(db, pair.id, me.id, now);
  const card = couldUseCard(me);
  const passedOn = {
    key: `${reachesTo(pair.id, pair.buddy.id)}${newId()}`,
    to: pair.buddy.person,
    card,
    usefulUntil: now + millisecondsInDay,
  };
  await enqueue(db, [passedOn], now);
  return [reply(withLines(words.reached(buddy)))];
}
