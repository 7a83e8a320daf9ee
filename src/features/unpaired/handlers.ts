import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { replace } from '../../chat/say.ts';
import { leftCard } from './cards.ts';

/** `members.leave-it`: no buddy for now. Nothing is kept of it. */
export async function leaveIt({ actor }: Turn): Promise<readonly Effect[]> {
  return [replace(leftCard(actor.reader))];
}
