import { millisecondsInWeek } from 'date-fns/constants';
import type { Card } from '../../chat/card.ts';
import type { Effect } from '../../chat/effect.ts';
import { isSamePerson } from '../../chat/person.ts';
import { asCard, replace, reply } from '../../chat/say.ts';
import type { Intent } from '../../intents.ts';
import { change, enqueue } from '../../outbox/store.ts';
import type { Turn } from '../../turn.ts';
import { enrol, findMember, findMembers, mentionOf } from '../members/store.ts';
import { becomeBuddies } from '../pairing/become-buddies.ts';
import { newBuddyCard } from '../pairing/cards.ts';
import { inviteeOf, wasDeclinedCard } from './cards.ts';
import { closeInvitationMessage } from './close-message.ts';
import { findInvitation, type Invitation, invitationKey, settleInvitation } from './store.ts';
import { words } from './words.en.ts';

/** `pairing.accept`: accepting is the invitee's yes; no other step stands between. */
export async function accept(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const invitation = await waitingForMe(turn, intent);
  if (invitation === null) return [replace(words.closed)];
  if (turn.sender?.kind === 'guest' && !turn.settings.guestsWelcome) {
    return [reply(words.refusals['sender-is-guest']())];
  }
  const [inviter] = await findMembers(turn.db, [invitation.inviterId]);
  if (inviter === undefined) return [replace(words.noLongerThere)];

  const me = await enrol(turn.db, turn.from, turn.sender, turn.settings, turn.now);
  const pairing = await becomeBuddies(turn, me, inviter);
  if (pairing.ok) {
    return settle(turn, invitation, 'accepted', newBuddyCard(pairing.me, inviter, turn.now));
  }
  switch (pairing.why) {
    case 'you-are-full':
      return [reply(words.refusals['you-are-full']())];
    case 'other-is-full':
      return settle(turn, invitation, 'withdrawn', asCard(words.inviterIsFull(mentionOf(inviter))));
    case 'already-buddies':
      return settle(turn, invitation, 'accepted', newBuddyCard(me, inviter, turn.now));
  }
}

/** `pairing.decline`: not now. The inviter is told kindly, and never more than that. */
export async function decline(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, now } = turn;
  const invitation = await waitingForMe(turn, intent);
  if (invitation === null) return [replace(words.closed)];
  const [inviter] = await findMembers(db, [invitation.inviterId]);
  if (inviter === undefined) return [replace(words.noLongerThere)];
  const told = {
    key: `declined:${invitation.id}`,
    to: inviter.person,
    card: wasDeclinedCard(invitation),
    usefulUntil: now + millisecondsInWeek,
  };
  await enqueue(db, [told], now);
  return settle(turn, invitation, 'declined', asCard(words.declined(mentionOf(inviter))));
}

/** `pairing.withdraw`: the inviter takes it back; the invitee's message loses its buttons. */
export async function withdraw(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const me = await findMember(turn.db, turn.from);
  const invitation = await findInvitation(turn.db, intent.about);
  if (me === null || invitation === null || invitation.inviterId !== me.id)
    return [replace(words.nothingToWithdraw)];
  if (!(await settleInvitation(turn.db, invitation.id, 'withdrawn')))
    return [replace(words.nothingToWithdraw)];
  await closeInvitationMessage(turn.db, invitation.id, turn.now);
  return [replace(words.withdrawn(inviteeOf(invitation)))];
}

async function waitingForMe(turn: Turn, intent: Intent): Promise<Invitation | null> {
  const invitation = await findInvitation(turn.db, intent.about);
  if (invitation === null || !isSamePerson(invitation.invitee, turn.from)) return null;
  return invitation.status === 'waiting' && turn.now < invitation.expiresAt ? invitation : null;
}

/** Pressed in the message itself it changes at once; pressed elsewhere (the home page) the message follows. */
async function settle(
  turn: Turn,
  invitation: Invitation,
  status: 'accepted' | 'declined' | 'withdrawn',
  card: Card,
): Promise<readonly Effect[]> {
  await settleInvitation(turn.db, invitation.id, status);
  await change(turn.db, invitationKey(invitation.id), card, turn.now);
  return [{ type: 'replace', card }];
}
