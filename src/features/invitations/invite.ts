import type { Intent } from '../../bot/intent.ts';
import type { Handler, Turn } from '../../bot/turn.ts';
import { millisecondsInDay } from '../../calendar/spans.ts';
import type { Mention } from '../../chat/card.ts';
import type { Effect } from '../../chat/effect.ts';
import { isSamePerson, type PersonRef, type Profile } from '../../chat/person.ts';
import { reply } from '../../chat/say.ts';
import { findChosenLanguage } from '../../people/chosen-languages/store.ts';
import { findNamesakes } from '../../people/contacts/store.ts';
import { findMember, type Member, mentionOf } from '../../people/members/store.ts';
import { readerAt } from '../../people/readers.ts';
import { answerWaiting } from './ask-back.ts';
import {
  inviteForm,
  namesakesCard,
  onePersonCard,
  sentCard,
  unknownNameCard,
  wasDeclinedCard,
} from './cards.ts';
import { enrolActor } from './enrol-and-pair.ts';
import { sendInvitation } from './messages.ts';
import { allowAsksBy, areAsksRefused } from './refusal-store.ts';
import {
  askedWithinMs,
  type InvitationRefusal,
  isUnwelcomeGuest,
  mostAsks,
  mostAsksInADay,
  mostAsksOfOnePerson,
  mostWaiting,
  refusePerson,
} from './rules.ts';
import {
  addInvitation,
  countAsks,
  countAsksOf,
  findWaitingBetween,
  findWaitingFrom,
  type Invitation,
  settleInvitation,
} from './store.ts';
import { wordsFor } from './words.ts';

/**
 * `pairing.invite`: inviting is the inviter's yes. Without a colleague it opens the form. `giveCode` answers with a code
 * to pass on, for a colleague who does not have the app; it is passed in, because codes belong to a room further right.
 */
export function invite(giveCode: (turn: Turn) => Promise<readonly Effect[]>): Handler {
  return async (turn, intent) => {
    const { db, now, actor, colleague, hospital } = turn;
    const { person } = intent;
    if (person === null) return askWho(turn, intent);
    const profile = colleague === 'absent' ? null : colleague;
    const invitee: Mention = { person, name: profile?.name ?? '' };
    if (isUnwelcomeGuest(turn)) return refuse(turn, 'sender-is-guest', invitee);
    if (actor.accounts.some((account) => isSamePerson(account, person)))
      return refuse(turn, 'yourself', invitee);
    if (colleague === 'absent') return (await answerAbsent(turn, person)) ?? giveCode(turn);
    const refusal = refusePerson(profile, hospital.guestsWelcome);
    if (refusal !== null) return refuse(turn, refusal, invitee);

    const answered = await answerWaiting(turn, invitee);
    if (answered !== null) return answered;
    const me = await enrolActor(turn);
    const held = await refuseNow(turn, me, person);
    if (held !== null) return refuse(turn, held, invitee);

    const invitation = await addInvitation(db, me, invitee, now);
    // They asked at the same moment: what has just been written is what waits.
    if (invitation === null) {
      return (await answerWaiting(turn, invitee)) ?? refuse(turn, 'already-waiting', invitee);
    }
    await allowAsksBy(db, actor.accounts, person);
    if (await areAsksRefused(db, person, actor.accounts)) return declineForThem(turn, invitation);
    await send(turn, me, invitation, profile);
    return [reply(sentCard(actor.reader, invitation))];
  };
}

/** `pairing.unclear`: where one colleague is expected, several stand, or a group. */
export async function askForOnePerson({ actor }: Turn): Promise<readonly Effect[]> {
  return [reply(onePersonCard(actor.reader))];
}

/** Nobody has been picked yet: by the form, or among those who have the name that was typed. */
async function askWho({ db, actor, content }: Turn, intent: Intent): Promise<readonly Effect[]> {
  const words = wordsFor(actor.reader);
  const form = inviteForm(actor.reader);
  if (intent.answers !== null) return [{ type: 'form-errors', form, errors: { person: words.pickSomebody } }];
  if (!intent.isTyped || intent.about === '') return [{ type: 'open-form', form }];
  const namesakes = await findNamesakes(db, actor.account, intent.about);
  const names = new Set(namesakes.map(({ name }) => name));
  // Buttons that read the same would be a guess; the platform's own list shows more than the name.
  const distinct = names.size === namesakes.length ? namesakes : [];
  if (names.size > 0) return [reply(namesakesCard(actor.reader, distinct))];
  if (intent.isGuess) return [reply(unknownNameCard(actor.reader, content.resources))];
  return [{ type: 'open-form', form: { ...form, intro: words.nameNotKnown } }];
}

/** What there is to say to someone without the app needs no code; null when it takes one. */
async function answerAbsent(turn: Turn, person: PersonRef): Promise<readonly Effect[] | null> {
  const { db, actor, pairs, hospital } = turn;
  const them = await findMember(db, person);
  const pair = pairs.find(({ buddy }) => buddy.id === them?.id);
  if (pair !== undefined) return refuse(turn, 'already-buddies', mentionOf(pair.buddy));
  const waiting = await findWaitingBetween(db, actor.account, person);
  if (waiting !== null && them !== null && waiting.inviterId === them.id) {
    const answered = await answerWaiting(turn, { ...mentionOf(them), person });
    if (answered !== null) return answered;
  }
  return pairs.length >= hospital.maxBuddies ? refuse(turn, 'you-are-full', { person, name: '' }) : null;
}

async function refuseNow(turn: Turn, me: Member, person: PersonRef): Promise<InvitationRefusal | null> {
  const { db, now, actor, pairs, hospital } = turn;
  const asker = { memberId: me.id, accounts: actor.accounts };
  const them = await findMember(db, person);
  if (pairs.some(({ buddy }) => buddy.id === them?.id)) return 'already-buddies';
  if (pairs.length >= hospital.maxBuddies) return 'you-are-full';
  if ((await findWaitingFrom(db, me.id)).length >= mostWaiting) return 'many-waiting';
  if ((await countAsksOf(db, asker, person, now - askedWithinMs)) >= mostAsksOfOnePerson)
    return 'asked-often';
  if ((await countAsks(db, asker, now - millisecondsInDay)) >= mostAsksInADay) return 'many-today';
  if ((await countAsks(db, asker, now - askedWithinMs)) >= mostAsks) return 'many-this-month';
  return null;
}

/**
 * They do not want to be asked, and have said so before: nothing is sent, and the answer is the one that they would give.
 * It counts as an invitation, so that nobody can go through the house to see who answers so.
 */
async function declineForThem({ db, actor }: Turn, invitation: Invitation): Promise<readonly Effect[]> {
  await settleInvitation(db, invitation.id, 'declined');
  return [reply(wasDeclinedCard(actor.reader, invitation))];
}

async function send(turn: Turn, me: Member, invitation: Invitation, profile: Profile | null): Promise<void> {
  const reader = readerAt(
    invitation.invitee,
    [await findChosenLanguage(turn.db, invitation.invitee), profile],
    turn.hospital,
  );
  await sendInvitation(turn.db, invitation, { inviter: me, reader, now: turn.now });
}

function refuse({ actor }: Turn, why: InvitationRefusal, invitee: Mention): readonly Effect[] {
  return [reply(wordsFor(actor.reader).refusals[why](invitee))];
}
