import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { readStatus } from '../checkins/status.ts';
import { isAdministrator } from '../questions/rules.ts';
import { homeCard } from './cards.ts';

/** `home.show`: Buddy's own page in the chat client. */
export async function showHome(turn: Turn): Promise<readonly Effect[]> {
  const mayAdminister = isAdministrator(turn.settings.admins, turn.from);
  return [reply(homeCard(await readStatus(turn), mayAdminister, turn.now))];
}
