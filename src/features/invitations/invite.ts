import type { Intent } from '../../bot/intents.ts';
import type { Handler, Turn } from '../../bot/turn.ts';
import type { Mention } from '../../chat/card.ts';
import type { Effect } from '../../chat/effect.ts';
import { isSamePerson, type PersonRef, type Profile } from '../../chat/person.ts';
import { reply } from '../../chat/say.ts';
import { enqueue } from '../../outbox/store.ts';
import { findNamesakes } from '../../people/contacts/store.ts';
import { accountsOf, isAccountOf } from '../../people/members/account-store.ts';
import { enrol, findMember, holdMember, type Member, mentionOf } from '../../people/members/store.ts';
import { newBuddyCard } from '../pairing/cards.ts';
import { findPairs } from '../pairing/store.ts';
import { invitationCard, inviteForm, namesakesCard, sentCard } from './cards.ts';
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

/**
 * `pairing.invite`: inviting is the inviter's yes. Without a colleague it opens the form. `giveCode` answers with a code
 * to pass on, for a colleague who does not have the app; it is passed in, because codes belong to a room further right.
 */
export function invite(giveCode: (turn: Turn) => Promise<readonly Effect[]>): Handler {
  return async (turn, intent) => {
    const { person } = intent;
    if (person === null) return askWho(turn, intent);
    const profile = turn.colleague === 'absent' ? null : turn.colleague;
    const invitee: Mention = { person, name: profile?.name ?? '' };
    const { guestsWelcome } = turn.settings;
    if (isUnwelcomeGuest(turn.sender, guestsWelcome)) return refuse('sender-is-guest', invitee);
    if (await isOneself(turn, person)) return refuse('yourself', invitee);
    if (turn.colleague === 'absent') return (await answerAbsent(turn, person)) ?? giveCode(turn);
    const refusal = refusePerson(profile, guestsWelcome);
    if (refusal !== null) return refuse(refusal, invitee);

    const answered = await answerWaiting(turn, invitee);
    if (answered !== null) return answered;
    const me = await enrol(turn.db, turn.from, turn.sender, turn.settings, turn.now);
    const held = await refuseNow(turn, me, person);
    if (held !== null) return refuse(held, invitee);

    const invitation = await addInvitation(turn.db, me, invitee, turn.now);
    // They asked at the same moment: what has just been written is what waits.
    if (invitation === null)
      return (await answerWaiting(turn, invitee)) ?? refuse('already-waiting', invitee);
    await send(turn, me, invitation, profile);
    return [reply(sentCard(invitation))];
  };
}

async function isOneself({ db, from }: Turn, person: PersonRef): Promise<boolean> {
  return (await accountsOf(db, from)).some((account) => isSamePerson(account, person));
}

/** Nobody has been picked yet: by the form, or among those who have the name that was typed. */
async function askWho({ db, from }: Turn, intent: Intent): Promise<readonly Effect[]> {
  if (intent.answers !== null) {
    return [{ type: 'form-errors', form: inviteForm, errors: { person: words.pickSomebody } }];
  }
  if (!intent.isTyped || intent.about === '') return [{ type: 'open-form', form: inviteForm }];
  const namesakes = await findNamesakes(db, from, intent.about);
  const names = new Set(namesakes.map(({ name }) => name));
  // Buttons that read the same would be a guess; the platform's own list shows more than the name.
  if (names.size > 0) return [reply(namesakesCard(names.size === namesakes.length ? namesakes : []))];
  return [{ type: 'open-form', form: { ...inviteForm, intro: words.nameNotKnown } }];
}

/** What there is to say to somebody without the app needs no code; null when it takes one. */
async function answerAbsent(turn: Turn, person: PersonRef): Promise<readonly Effect[] | null> {
  const { db, from, settings } = turn;
  const me = await findMember(db, from);
  const pairs = me === null ? [] : await findPairs(db, me.id);
  const them = await findMember(db, person);
  const pair = pairs.find(({ buddy }) => buddy.id === them?.id);
  if (pair !== undefined) return refuse('already-buddies', mentionOf(pair.buddy));
  const waiting = await findWaitingBetween(db, from, person);
  if (waiting !== null && them !== null && waiting.inviterId === them.id) {
    const answered = await answerWaiting(turn, { ...mentionOf(them), person });
    if (answered !== null) return answered;
  }
  return pairs.length >= settings.maxBuddies ? refuse('you-are-full', { person, name: '' }) : null;
}

async function refuseNow(turn: Turn, me: Member, person: PersonRef): Promise<InvitationRefusal | null> {
  const { db, now, settings } = turn;
  const pairs = await findPairs(db, me.id);
  const them = await findMember(db, person);
  if (pairs.some(({ buddy }) => buddy.id === them?.id)) return 'already-buddies';
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
  if (await isAccountOf(turn.db, inviter, turn.from)) return refuse('already-waiting', invitee);
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

async function send(turn: Turn, me: Member, invitation: Invitation, invitee: Profile | null): Promise<void> {
  const timeZone = invitee?.timeZone ?? turn.settings.timeZone;
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
