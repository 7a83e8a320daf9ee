import type { Mention } from '../chat/card.ts';
import type { Actor } from './actor.ts';
import { words } from './contacts/words.en.ts';

/** Who acts, by name: a member's, or what the platform tells where the route looks newcomers up. */
export function nameOf({ account, member, newcomer }: Actor): Mention {
  return { person: account, name: member?.name ?? newcomer?.name ?? words.someone };
}
