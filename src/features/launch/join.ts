import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { joinCard } from './channel-cards.ts';

/** `program.join`: how someone takes part, for anyone who presses it below the announcement. Looking makes nobody a member. */
export async function showJoin({ actor }: Turn): Promise<readonly Effect[]> {
  return [reply(joinCard(actor.reader))];
}
