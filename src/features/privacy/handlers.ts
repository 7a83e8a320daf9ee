import type { Intent } from '../../bot/intents.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { replace, reply } from '../../chat/say.ts';
import { copyCard, eraseCard, erasedCard, privacyCard } from './cards.ts';
import { erase } from './erase.ts';
import { isNothing } from './rules.ts';
import { findHeld } from './store.ts';
import { words } from './words.en.ts';

/** `privacy.show`: everything that is held about the one who asks, and what is not. */
export async function showPrivacy({ db, from, settings }: Turn): Promise<readonly Effect[]> {
  return [reply(privacyCard(await findHeld(db, from), settings.smallestGroup, settings.timeZone))];
}

/** `privacy.export`: the same, to take away; a long copy comes in parts, one for each press. */
export async function exportData({ db, from, now }: Turn, intent: Intent): Promise<readonly Effect[]> {
  const part = /^[1-9]\d?$/.test(intent.about) ? Number(intent.about) : 1;
  return [reply(copyCard(await findHeld(db, from), now, part))];
}

/** `privacy.forget`: asks once; with a yes it erases at once. */
export async function forget(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  if (intent.about === 'yes') {
    await erase(turn, turn.from);
    return [replace(erasedCard)];
  }
  return [reply(isNothing(await findHeld(turn.db, turn.from)) ? words.nothingToErase : eraseCard)];
}
