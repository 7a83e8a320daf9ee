import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { asCard, replace } from '../../chat/say.ts';
import { findMembers, mentionOf } from '../../people/members/store.ts';
import { saveOpenToInvitations } from '../../people/members/wishes-store.ts';
import { findMine, settle, waitingForMe, whatCameOfIt } from './answer.ts';
import { nobodyAsksCard, refusedCard } from './cards.ts';
import { sendDeclined } from './messages.ts';
import { allowAllAsks, allowAsksBy, refuseAsks } from './refusal-store.ts';
import { wordsFor } from './words.ts';

/**
 * `pairing.refuse`: not to be asked again, by the one whose invitation it is, or by `anyone`. An invitation that waits is
 * declined by it, and its inviter hears no more than they would of that.
 */
export async function refuse(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  if (intent.about === 'anyone') return refuseAnyone(turn);
  const { db, now, actor } = turn;
  const waiting = await waitingForMe(turn, intent);
  const invitation = waiting?.invitation ?? (await findMine(turn, intent));
  if (invitation === null || invitation.status === 'accepted') {
    return [replace(await whatCameOfIt(turn, intent))];
  }
  const [inviter] = await findMembers(db, [invitation.inviterId]);
  if (inviter === undefined) return [replace(wordsFor(actor.reader).closed)];
  await refuseAsks(db, actor.account, inviter.person, now);
  const card = refusedCard(actor.reader, invitation, inviter);
  if (waiting === null) return [replace(card)];
  await sendDeclined(db, invitation, inviter, now);
  return settle(turn, invitation, 'declined', card);
}

/** Who wants to be asked by nobody isn't shown as open to an invitation. */
async function refuseAnyone({ db, now, actor }: Turn): Promise<readonly Effect[]> {
  await refuseAsks(db, actor.account, null, now);
  if (actor.member?.isOpenToInvitations) await saveOpenToInvitations(db, actor.member.id, false);
  return [replace(nobodyAsksCard(actor.reader))];
}

/** `pairing.allow`: takes it back, for the one whose invitation it was, or for everyone. */
export async function allow(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, actor } = turn;
  const words = wordsFor(actor.reader);
  if (intent.about === '') {
    await allowAllAsks(db, actor.accounts);
    return [replace(words.allowed)];
  }
  const invitation = await findMine(turn, intent);
  const [inviter] = invitation === null ? [] : await findMembers(db, [invitation.inviterId]);
  if (inviter === undefined) return [replace(words.closed)];
  await allowAsksBy(db, actor.accounts, inviter.person);
  return [replace(asCard(words.allowedOne(mentionOf(inviter))))];
}
