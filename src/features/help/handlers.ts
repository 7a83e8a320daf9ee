import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { helpCard, unknownCard } from './cards.ts';

/** `help.show`: what Buddy is, and what can be said to it. */
export async function showHelp({ actor, hospital }: Turn): Promise<readonly Effect[]> {
  return [reply(helpCard(actor, hospital.platforms))];
}

/** `help.unknown`: the honest answer to free words. */
export async function answerUnknown({ actor, pairs, content }: Turn): Promise<readonly Effect[]> {
  return [reply(unknownCard(actor.reader, pairs.length > 0, content.resources))];
}
