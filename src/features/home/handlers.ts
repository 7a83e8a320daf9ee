import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { readStatus } from '../checkins/status.ts';
import { homeCard } from './cards.ts';

/** `home.show`: Buddy's own page in the chat client. */
export async function showHome(turn: Turn): Promise<readonly Effect[]> {
  return [reply(homeCard(turn.actor, await readStatus(turn), turn.now))];
}
