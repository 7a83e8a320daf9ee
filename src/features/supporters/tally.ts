import { reply } from '../../chat/say.ts';
import { count } from '../tallies/store.ts';
import { forSupporters } from './for-supporters.ts';
import { wordsFor } from './words.ts';

/** `support.tally`: one more in a sum, and nothing else, so there's nothing that could stop a second one. */
export const tallyInformal = forSupporters(async (turn) => {
  await count(turn, ['informal']);
  return [reply(wordsFor(turn.actor.reader).tally)];
});
