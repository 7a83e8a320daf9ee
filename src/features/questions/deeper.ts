import { type IsoWeek, weekOrdinal } from '../../calendar/iso-week.ts';
import type { DeeperQuestion } from '../../content/deeper.ts';
import type { Said } from '../../content/languages.ts';

/** What a Monday has beside its two questions, for those who have more time: one more, or a nudge towards a meal or a walk. */
export type Deeper = { readonly type: 'question'; readonly words: Said<string> } | { readonly type: 'long' };

/**
 * One Monday in four has something, the same for everyone; every third time it's the long one. The Mondays lie three and
 * five weeks apart in turn, so that anyone who is asked every other Monday meets them too.
 */
export function deeperFor(questions: readonly DeeperQuestion[], week: IsoWeek): Deeper | null {
  const ordinal = weekOrdinal(week);
  const turn = Math.floor(ordinal / 4);
  if (ordinal % 4 !== (turn % 2 === 0 ? 3 : 2)) return null;
  if (turn % 3 === 2) return { type: 'long' };
  const question = questions[(turn - Math.floor(turn / 3)) % questions.length];
  return question === undefined ? null : { type: 'question', words: question.words };
}
