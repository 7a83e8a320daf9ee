import type { Mention } from '../../chat/card.ts';
import type { Effect } from '../../chat/effect.ts';
import { isSamePerson, type PersonRef } from '../../chat/person.ts';
import { reply } from '../../chat/say.ts';
import type { Intent } from '../../intents.ts';
import { enqueue } from '../../outbox/store.ts';
import type { Turn } from '../../turn.ts';
import { enrol, holdMember, type Member } from '../members/store.ts';
import { newBuddyCard } from '../pairing/cards.ts';
import { findPairs } from '../pairing/store.ts';
import { invitationCard, inviteForm, sentCard } from './cards.ts';
import { closeForWantOfRoom } from './close-for-want-of-room.ts';
import { closeInvitationMessage } from './close-message.ts';
import { enrolAndPair } from './enrol-and-pair.ts';
import {
  askedWithinMs,
  type InvitationRefusal,
  isUnwelcomeGuest,
  mostAsksOfOnePerson,
  mostWaiting,
  refusePerson,
} from './rules.ts';
import {
  addInvitation,
  countAsks,
  findWaitingBetween,
  findWaitingFrom,
  holdInvitation,
  type Invitation,
  invitationKey,
  settleInvitation,
} from './store.ts';
import { words } from './words.en.ts';

/** `pairing.invite`: inviting is the inviter's yes. Without a colleague it opens the form. */
export async function invite(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { person } = intent;
  if (person === null) {
    if (intent.answers === null) return [{ type: 'open-form', form: inviteForm }];
    return [{ type: 'form-errors', errors: { person: words.pickSomebody } }];
  }
  const invitee: Mention = { person, name: turn.colleague?.name ?? '' };
  if (isUnwelcomeGuest(turn.sender, turn.settings.guestsWelcome)) return refuse('sender-is-guest', invitee);
  const refusal = refusePerson(turn.from, person, turn.colleague, turn.settings.guestsWelcome);
  if (refusal !== null) return refuse(refusal, invitee);

  const answered = await answerWaiting(turn, invitee);
  if (answered !== null) return answered;
  const me = await enrol(turn.db, turn.from, turn.sender, turn.settings, turn.now);
  const held = await refuseNow(turn, me, person);
  if (held !== null) return refuse(held, invitee);

  const invitation = await addInvitation(turn.db, me, invitee, turn.now);
  // They asked at the same moment: what has just been written is what waits.
  if (invitation === null) return (await answerWaiting(turn, invitee)) ?? refuse('already-waiting', invitee);
  await send(turn, me, invitation);
  return [reply(sentCard(invitation))];
}

async function refuseNow(turn: Turn, me: Member, person: PersonRef): Promise<InvitationRefusal | null> {
  const { db, now, settings } = turn;
  const pairs = await findPairs(db, me.id);
  if (
    pairs.some((pair) => pair.buddy.person.platform === person.platform && pair.buddy.person.id === person.id)
  ) {
    return 'already-buddies';
  }
  if (pairs.length >= settings.maxBuddies) return 'you-are-full';
  if ((await findWaitingFrom(db, me.id)).length >= mostWaiting) return 'many-waiting';
  if ((await countAsks(db, me.id, person, now - askedWithinMs)) >= mostAsksOfOnePerson) return 'asked-often';
  return null;
}

/** Somebody who was asked asks back: both have said yes, so they are buddies at once. Null when nothing waits. */
async function answerWaiting(turn: Turn, invitee: Mention): Promise<readonly Effect[] | null> {
  const found = await findWaitingBetween(turn.db, turn.from, invitee.person);
  if (found === null) return null;
  const inviter = await holdMember(turn.db, found.inviterId);
  const waiting = await holdInvitation(turn.db, found.id);
  if (inviter === null || waiting?.status !== 'waiting') return null;
  if (isSamePerson(inviter.person, turn.from)) return refuse('already-waiting', invitee);
  const pairing = await enrolAndPair(turn, inviter);
  if (!pairing.ok) {
    if (pairing.why !== 'other-is-full') return refuse(pairing.why, invitee);
    await closeForWantOfRoom(turn, waiting, inviter);
    return [reply(words.closedBetween(invitee))];
  }
  const card = newBuddyCard(pairing.me, inviter, turn.now);
  await settleInvitation(turn.db, waiting.id, 'accepted');
  await closeInvitationMessage(turn.db, waiting.id, turn.now);
  return [reply(card)];
}

async function send(turn: Turn, me: Member, invitation: Invitation): Promise<void> {
  const timeZone = turn.colleague?.timeZone ?? turn.settings.timeZone;
  const outgoing = {
    key: invitationKey(invitation.id),
    to: invitation.invitee,
    card: invitationCard(invitation, me, timeZone),
    usefulUntil: invitation.expiresAt,
  };
  await enqueue(turn.db, [outgoing], turn.now);
}

function refuse(why: InvitationRefusal, invitee: Mention): readonly Effect[] {
  return [reply(words.refusals[why](invitee))];
}
