import type { Turn } from '../../bot/turn.ts';
import type { Mention } from '../../chat/card.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { lockMember } from '../../people/members/store.ts';
import { newBuddyCard } from '../pairing/cards.ts';
import { closeForWantOfRoom } from './answer.ts';
import { enrolAndPair } from './enrol-and-pair.ts';
import { closeInvitationMessage } from './messages.ts';
import { findWaitingBetween, lockInvitation, settleInvitation } from './store.ts';
import { wordsFor } from './words.ts';

/** Someone who was asked asks back: both have said yes, so they are buddies at once. Null when nothing waits. */
export async function answerWaiting(turn: Turn, invitee: Mention): Promise<readonly Effect[] | null> {
  const { db, now, actor } = turn;
  const { refusals, closedBetween } = wordsFor(actor.reader);
  const found = await findWaitingBetween(db, actor.account, invitee.person);
  if (found === null) return null;
  const inviter = await lockMember(db, found.inviterId);
  const waiting = await lockInvitation(db, found.id);
  if (inviter === null || waiting?.status !== 'waiting') return null;
  if (inviter.id === actor.member?.id) return [reply(refusals['already-waiting'](invitee))];
  const pairing = await enrolAndPair(turn, inviter, 'invitation');
  if (!pairing.ok) {
    if (pairing.why !== 'other-is-full') return [reply(refusals[pairing.why](invitee))];
    await closeForWantOfRoom(turn, waiting, inviter);
    return [reply(closedBetween(invitee))];
  }
  await settleInvitation(db, waiting.id, 'accepted');
  await closeInvitationMessage(turn, waiting);
  return [reply(newBuddyCard(actor.reader, pairing.me, inviter, now))];
}
