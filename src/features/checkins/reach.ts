import type { Intent } from '../../bot/intent.ts';
import type { MemberTurn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { isPaused } from '../../people/members/rules.ts';
import { mentionOf } from '../../people/members/store.ts';
import { reachWhomCard, withLines } from './cards.ts';
import { sendReach } from './messages.ts';
import { mostReaches, reachesWithinMs } from './rules.ts';
import { showStatus } from './status.ts';
import { addReach, countReaches } from './store.ts';
import { wordsFor } from './words.ts';

/** `checkins.reach`: asks a buddy for a check-in now, at most a few times a day. Someone who is away is left alone. */
export async function reach(turn: MemberTurn, intent: Intent): Promise<readonly Effect[]> {
  const { db, now, pairs } = turn;
  const { member: me, accounts, reader } = turn.actor;
  if (intent.about === '' && pairs.length > 1) return [reply(reachWhomCard(reader, pairs))];

  const pair = intent.about === '' ? pairs[0] : pairs.find((one) => one.id === intent.about);
  if (pair === undefined) return showStatus(turn);
  const words = wordsFor(reader);
  const buddy = mentionOf(pair.buddy);
  if (isPaused(pair.buddy.rhythm, now)) return [reply(withLines(reader, words.reachedAway(buddy)))];
  if ((await countReaches(db, pair, { memberId: me.id, accounts }, now - reachesWithinMs)) >= mostReaches) {
    return [reply(withLines(reader, words.reachedOften(buddy)))];
  }
  await addReach(db, pair.id, me.id, now);
  await sendReach(db, pair, me, now);
  return [reply(withLines(reader, words.reached(buddy)))];
}
