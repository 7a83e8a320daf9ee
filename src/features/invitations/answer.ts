import type { Intent } from '../../bot/intent.ts';
import type { MemberTurn, Turn } from '../../bot/turn.ts';
import type { Card } from '../../chat/card.ts';
import type { Effect } from '../../chat/effect.ts';
import { isSamePerson } from '../../chat/person.ts';
import { asCard, replace, reply } from '../../chat/say.ts';
import { findMembers, hasRhythm, lockMember, type Member, mentionOf } from '../../people/members/store.ts';
import { newBuddyCard } from '../pairing/cards.ts';
import { inviteeOf } from './cards.ts';
import { enrolAndPair } from './enrol-and-pair.ts';
import { closeInvitationMessage, sendDeclined, sendFull, showAnswer } from './messages.ts';
import { isUnwelcomeGuest } from './rules.ts';
import { findInvitation, type Invitation, lockInvitation, settleInvitation } from './store.ts';
import { wordsFor } from './words.ts';

/** `pairing.accept`: accepting is the invitee's yes; no other step stands between. */
export async function accept(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { actor, now } = turn;
  const words = wordsFor(actor.reader);
  const waiting = await waitingForMe(turn, intent);
  if (waiting === null) return [replace(await whatCameOfIt(turn, intent))];
  const { invitation, inviter } = waiting;
  if (isUnwelcomeGuest(turn)) return [reply(words.refusals['sender-is-guest']())];
  const pairing = await enrolAndPair(turn, inviter, 'invitation');
  if (pairing.ok) {
    return settle(turn, invitation, 'accepted', newBuddyCard(actor.reader, pairing.me, inviter, now));
  }
  switch (pairing.why) {
    case 'you-are-full':
      return [reply(words.refusals['you-are-full']())];
    case 'other-is-full':
      await closeForWantOfRoom(turn, invitation, inviter);
      return [replace(words.closed)];
    case 'already-buddies':
      return settle(
        turn,
        invitation,
        'accepted',
        asCard(words.refusals['already-buddies'](mentionOf(inviter))),
      );
  }
}

/** `pairing.decline`: not now. The inviter is told kindly, and never more than that. */
export async function decline(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const waiting = await waitingForMe(turn, intent);
  if (waiting === null) return [replace(await whatCameOfIt(turn, intent))];
  const { invitation, inviter } = waiting;
  await sendDeclined(turn.db, invitation, inviter, turn.now);
  const said = wordsFor(turn.actor.reader).declined(mentionOf(inviter));
  return settle(turn, invitation, 'declined', asCard(said));
}

/** `pairing.withdraw`: the inviter takes it back; the invitee's message loses its buttons. */
export async function withdraw(turn: MemberTurn, intent: Intent): Promise<readonly Effect[]> {
  const { db, actor } = turn;
  const invitation = await findInvitation(db, intent.about);
  if (invitation === null || invitation.inviterId !== actor.member.id) return nothingToWithdraw(turn);
  if (!(await settleInvitation(db, invitation.id, 'withdrawn'))) return nothingToWithdraw(turn);
  await closeInvitationMessage(turn, invitation);
  return [replace(wordsFor(actor.reader).withdrawn(inviteeOf(invitation)))];
}

/** For someone who hasn't invited anyone. */
export async function nothingToWithdraw({ actor }: Turn): Promise<readonly Effect[]> {
  return [replace(wordsFor(actor.reader).nothingToWithdraw)];
}

/**
 * The invitee said yes, and the inviter has as many buddies as they may have. The inviter is told, since only they can
 * make room; to the invitee the invitation has closed, and how many buddies someone has is not said.
 */
export async function closeForWantOfRoom(turn: Turn, invitation: Invitation, inviter: Member): Promise<void> {
  await settleInvitation(turn.db, invitation.id, 'withdrawn');
  await closeInvitationMessage(turn, invitation);
  await sendFull(turn.db, invitation, inviter, turn.now);
}

/** Pressed twice, as phones do: what was answered stands, whichever button it was. */
export async function whatCameOfIt(turn: Turn, intent: Intent): Promise<Card> {
  const { db, actor, pairs, now } = turn;
  const words = wordsFor(actor.reader);
  const invitation = await findMine(turn, intent);
  const [inviter] = invitation === null ? [] : await findMembers(db, [invitation.inviterId]);
  if (invitation === null || inviter === undefined) return asCard(words.closed);
  if (invitation.status === 'declined') return asCard(words.declined(mentionOf(inviter)));
  const areBuddies = pairs.some(({ buddy }) => buddy.id === inviter.id);
  const { member: me, reader } = actor;
  return me !== null && hasRhythm(me) && areBuddies
    ? newBuddyCard(reader, me, inviter, now)
    : asCard(words.closed);
}

/** The invitation that it is about, when it went to one of the actor's accounts. */
export async function findMine({ db, actor }: Turn, intent: Intent): Promise<Invitation | null> {
  const found = await findInvitation(db, intent.about);
  if (found === null) return null;
  return actor.accounts.some((account) => isSamePerson(account, found.invitee)) ? found : null;
}

/** The same while it waits, and who sent it; both stay as they are until the transaction is over. */
export async function waitingForMe(
  turn: Turn,
  intent: Intent,
): Promise<{ invitation: Invitation; inviter: Member } | null> {
  const found = await findMine(turn, intent);
  if (found === null) return null;
  // Who invited may be taking it back, or filling their last place, at this moment.
  const inviter = await lockMember(turn.db, found.inviterId);
  const invitation = await lockInvitation(turn.db, found.id);
  if (inviter === null || invitation === null) return null;
  if (invitation.status !== 'waiting' || turn.now >= invitation.expiresAt) return null;
  return { invitation, inviter };
}

/** Pressed in the message itself it changes at once; pressed elsewhere (the home page) the message follows. */
export async function settle(
  turn: Turn,
  invitation: Invitation,
  status: 'accepted' | 'declined',
  card: Card,
): Promise<readonly Effect[]> {
  await settleInvitation(turn.db, invitation.id, status);
  await showAnswer(turn.db, invitation, card, turn.now);
  return [{ type: 'replace', card }];
}
