import type { Intent } from '../../bot/intent.ts';
import type { Handler, Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { findSupporterOf, type Supporter } from './store.ts';
import { wordsFor } from './words.ts';

/** Answers who has said yes to being a supporter; everyone else hears who it's for. */
export function forSupporters(
  handle: (turn: Turn, intent: Intent, me: Supporter) => Promise<readonly Effect[]>,
): Handler {
  return async (turn, intent) => {
    const me = await findSupporterOf(turn.db, turn.actor.accounts);
    return me?.state === 'active'
      ? handle(turn, intent, me)
      : [reply(wordsFor(turn.actor.reader).notASupporter)];
  };
}
