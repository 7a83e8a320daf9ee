import type { Turn } from '../../bot/turn.ts';
import { millisecondsInWeek } from '../../calendar/spans.ts';
import { asCard } from '../../chat/say.ts';
import { enqueue } from '../../outbox/store.ts';
import type { Member } from '../../people/members/store.ts';
import { inviteeOf } from './cards.ts';
import { closeInvitationMessage } from './close-message.ts';
import { type Invitation, settleInvitation } from './store.ts';
import { words } from './words.en.ts';

/**
 * The invitee said yes, and the inviter has as many buddies as they may have. The inviter is told, since only they can
 * make room; to the invitee the invitation has closed, and how many buddies somebody has is not said.
 */
export async function closeForWantOfRoom(turn: Turn, invitation: Invitation, inviter: Member): Promise<void> {
  const { db, now } = turn;
  await settleInvitation(db, invitation.id, 'withdrawn');
  await closeInvitationMessage(db, invitation.id, now);
  const told = {
    key: `full:${invitation.id}`,
    to: inviter.person,
    card: asCard(words.saidYesButFull(inviteeOf(invitation))),
    usefulUntil: now + millisecondsInWeek,
  };
  await enqueue(db, [told], now);
}
