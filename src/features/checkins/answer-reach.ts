import type { Intent } from '../../bot/intent.ts';
import type { MemberTurn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { replace } from '../../chat/say.ts';
import { mentionOf } from '../../people/members/store.ts';
import { sendAnswer } from './messages.ts';
import { readAnswer } from './rules.ts';
import { wordsFor } from './words.ts';

/** `checkins.answer`: "I will", to a buddy who could use a check-in. They hear so once, and nothing more is kept of it. */
export async function answerReach(turn: MemberTurn, intent: Intent): Promise<readonly Effect[]> {
  const { db, now, pairs } = turn;
  const { member: me, reader } = turn.actor;
  const words = wordsFor(reader);
  const asked = readAnswer(intent.about);
  const pair = pairs.find((one) => one.id === asked?.pairId);
  if (asked === null || pair === undefined) return [replace(words.noLongerBuddies)];
  await sendAnswer(db, pair, { me, reachId: asked.reachId, now });
  return [replace(words.willDo(mentionOf(pair.buddy)))];
}
