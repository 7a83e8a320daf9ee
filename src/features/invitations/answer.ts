import type { Intent } from '../../bot/intents.ts';
import type { Turn } from '../../bot/turn.ts';
import { millisecondsInWeek } from '../../calendar/spans.ts';
import type { Card } from '../../chat/card.ts';
import type { Effect } from '../../chat/effect.ts';
import { isSamePerson } from '../../chat/person.ts';
import { asCard, replace, reply } from '../../chat/say.ts';
import { change, enqueue } from '../../outbox/store.ts';
import { accountsOf } from '../../people/members/account-store.ts';
import { findMember, findMembers, holdMember, type Member, mentionOf } from '../../people/members/store.ts';
import { newBuddyCard } from '../pairing/cards.ts';
import { findPairs } from '../pairing/store.ts';
import { inviteeOf, wasDeclinedCard } from './cards.ts';
import { closeForWantOfRoom } from './close-for-want-of-room.ts';
import { closeInvitationMessage } from './close-message.ts';
import { enrolAndPair } from './enrol-and-pair.ts';
import { isUnwelcomeGuest } from './rules.ts';
import { findInvitation, holdInvitation, type Invitation, invitationKey, settleInvitation } from './store.ts';
import { words } from './words.en.ts';

/** `pairing.accept`: accepting is the invitee's yes; no other step stands between. */
export async function accept(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const waiting = await waitingForMe(turn, intent);
  if (waiting === null) return [replace(await whatCameOfIt(turn, intent))];
  const { invitation, inviter } = waiting;
  if (isUnwelcomeGuest(turn.sender, turn.settings.guestsWelcome)) {
    return [reply(words.refusals['sender-is-guest']())];
  }
  const pairing = await enrolAndPair(turn, inviter);
  if (pairing.ok) {
    return settle(turn, invitation, 'accepted', newBuddyCard(pairing.me, inviter, turn.now));
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
  const { db, now } = turn;
  const waiting = await waitingForMe(turn, intent);
  if (waiting === null) return [replace(await whatCameOfIt(turn, intent))];
  const { invitation, inviter } = waiting;
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

/** Pressed twice, as phones do: what was answered stands, whichever button it was. */
async function whatCameOfIt(turn: Turn, intent: Intent): Promise<Card> {
  const { db, from, now } = turn;
  const invitation = await findMine(turn, intent);
  const [inviter] = invitation === null ? [] : await findMembers(db, [invitation.inviterId]);
  if (invitation === null || inviter === undefined) return asCard(words.closed);
  if (invitation.status === 'declined') return asCard(words.declined(mentionOf(inviter)));
  const me = await findMember(db, from);
  const pairs = me === null ? [] : await findPairs(db, me.id);
  const areBuddies = pairs.some(({ buddy }) => buddy.id === inviter.id);
  return me !== null && areBuddies ? newBuddyCard(me, inviter, now) : asCard(words.closed);
}

async function findMine({ db, from }: Turn, intent: Intent): Promise<Invitation | null> {
  const found = await findInvitation(db, intent.about);
  const mine = await accountsOf(db, from);
  return found !== null && mine.some((account) => isSamePerson(account, found.invitee)) ? found : null;
}

async function waitingForMe(
  turn: Turn,
  intent: Intent,
): Promise<{ invitation: Invitation; inviter: Member } | null> {
  const found = await findMine(turn, intent);
  if (found === null) return null;
  // Who invited may be taking it back, or filling their last place, at this moment.
  const inviter = await holdMember(turn.db, found.inviterId);
  const invitation = await holdInvitation(turn.db, found.id);
  if (inviter === null || invitation === null) return null;
  if (invitation.status !== 'waiting' || turn.now >= invitation.expiresAt) return null;
  return { invitation, inviter };
}

/** Pressed in the message itself it changes at once; pressed elsewhere (the home page) the message follows. */
async function settle(
  turn: Turn,
  invitation: Invitation,
  status: 'accepted' | 'declined',
  card: Card,
): Promise<readonly Effect[]> {
  await settleInvitation(turn.db, invitation.id, status);
  await change(turn.db, invitationKey(invitation.id), card, turn.now);
  return [{ type: 'replace', card }];
}
