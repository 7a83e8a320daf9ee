import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { replace } from '../../chat/say.ts';
import { deleteSupporter, findSupporterOf, saveSupporter } from '../supporters/store.ts';
import { invitationClosedCard, welcomeCard } from './cards.ts';
import { wordsFor } from './words.ts';

/** `support.join`: yes, or no, to being a supporter. Of a no nothing stays. */
export async function answerInvitation(
  { db, now, actor }: Turn,
  { about }: Intent,
): Promise<readonly Effect[]> {
  const { reader } = actor;
  const invited = await findSupporterOf(db, actor.accounts);
  // A second press on what they've said yes to.
  if (invited?.state === 'active') return [replace(welcomeCard(reader))];
  if (about === 'no') {
    if (invited !== null) await deleteSupporter(db, invited.id);
    return [replace(wordsFor(reader).invitation.declined)];
  }
  if (invited === null || about !== 'yes') return [replace(invitationClosedCard(reader))];
  await saveSupporter(db, invited.id, { state: 'active', createdAt: now, language: reader.language });
  return [replace(welcomeCard(reader))];
}
