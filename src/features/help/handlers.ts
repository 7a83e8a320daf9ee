import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { findMember } from '../../people/members/store.ts';
import { findPairs } from '../pairing/store.ts';
import { isAdministrator } from '../questions/rules.ts';
import { helpCard, unknownCard } from './cards.ts';

/** `help.show`: what Buddy is, and what can be said to it. */
export async function showHelp({ settings, from }: Turn): Promise<readonly Effect[]> {
  return [reply(helpCard(isAdministrator(settings.admins, from), settings.platforms))];
}

/** `help.unknown`: the honest answer to free words. */
export async function answerUnknown({ db, from, content }: Turn): Promise<readonly Effect[]> {
  const me = await findMember(db, from);
  const hasBuddy = me !== null && (await findPairs(db, me.id)).length > 0;
  return [reply(unknownCard(hasBuddy, content.resources))];
}
