import type { Mention } from '../../chat/card.ts';
import type { Effect } from '../../chat/effect.ts';
import type { PersonRef } from '../../chat/person.ts';
import { reply } from '../../chat/say.ts';
import type { Intent } from '../../intents.ts';
import { enqueue } from '../../outbox/store.ts';
import type { Turn } from '../../turn.ts';
import { enrol, type Member } from '../members/store.ts';
import { becomeBuddies } from '../pairing/become-buddies.ts';
import { newBuddyCard } from '../pairing/cards.ts';
import { findPairs } from '../pairing/store.ts';
import { invitationCard, inviteForm, sentCard } from './cards.ts';
import { closeInvitationMessage } from './close-message.ts';
import {
  askedWithinMs,
  type InvitationRefusal,
  mostAsksOfOnePerson,
  mostWaiting,
  refusePerson,
} from './rules.ts';
import {
  addInvitation,
  countAsks,
  findWaitingBetween,
  findWaitingFrom,
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
  if (turn.sender?.kind === 'guest' && !turn.settings.guestsWelcome)
    return refuse('sender-is-guest', invitee);
  const refusal = refusePerson(turn.from, person, turn.colleague, turn.settings.guestsWelcome);
  if (refusal !== null) return refuse(refusal, invitee);

  const me = await enrol(turn.db, turn.from, turn.sender, turn.settings, turn.now);
  const waiting = await findWaitingBetween(turn.db, me.person, person);
  if (waiting !== null) return answerWaiting(turn, me, waiting, invitee);
  const held = await refuseNow(turn, me, person);
  if (held !== null) return refuse(held, invitee);

  const invitation = await addInvitation(turn.db, me, invitee, turn.now);
  if (invitation === null) return refuse('already-waiting', invitee);
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

/** Somebody who was asked asks back: both have said yes, so they are buddies at once. */
async function answerWaiting(
  turn: Turn,
  me: Member,
  waiting: Invitation,
  invitee: Mention,
): Promise<readonly Effect[]> {
  if (waiting.inviterId === me.id) return refuse('already-waiting', invitee);
  const inviter = await enrol(turn.db, invitee.person, turn.colleague, turn.settings, turn.now);
  const pairing = await becomeBuddies(turn, me, inviter);
  if (!pairing.ok)
    return refuse(pairing.why === 'already-buddies' ? 'already-buddies' : 'you-are-full', invitee);
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
