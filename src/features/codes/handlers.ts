import type { Intent } from '../../bot/intent.ts';
import type { Turn } from '../../bot/turn.ts';
import { sayDay } from '../../calendar/say.ts';
import type { Words } from '../../chat/card.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { lockMember, type Member, mentionOf } from '../../people/members/store.ts';
import { newCode } from '../../system/ids.ts';
import { enrolActor, enrolAndPair } from '../invitations/enrol-and-pair.ts';
import { closeInvitationMessage } from '../invitations/messages.ts';
import { isUnwelcomeGuest } from '../invitations/rules.ts';
import { findWaitingBetween, settleInvitation } from '../invitations/store.ts';
import { wordsFor as invitationWordsFor } from '../invitations/words.ts';
import { newBuddyCard } from '../pairing/cards.ts';
import { codeCard, joinForm, type NewCode, passOnCard, typeTheCodeCard } from './cards.ts';
import { codeLastsMs, mostWrongCodes, readCode, wrongCodesWithinMs } from './rules.ts';
import { addCode, addWrongCode, countWrongCodes, findInviterByCode, useCode } from './store.ts';
import { wordsFor } from './words.ts';

/** `pairing.code`: a code is an invitation to anyone who gets it; making one is the inviter's yes. */
export async function makeCode(turn: Turn): Promise<readonly Effect[]> {
  const { reader } = turn.actor;
  if (isUnwelcomeGuest(turn)) return [reply(invitationWordsFor(reader).refusals['sender-is-guest']())];
  return [reply(codeCard(reader, await writeCode(turn), turn.hospital.platforms))];
}

/** For a colleague who does not have the app: a code, in words that the inviter can send them as they are. */
export async function codeToPassOn(turn: Turn): Promise<readonly Effect[]> {
  return [reply(passOnCard(turn.actor.reader, await writeCode(turn)))];
}

async function writeCode(turn: Turn): Promise<NewCode> {
  const { db, now, actor } = turn;
  const me = await enrolActor(turn);
  const code = newCode();
  const oldestStopped = await addCode(db, me.id, code, now);
  return { code, until: sayDay(now + codeLastsMs, actor.reader), oldestStopped };
}

/** `pairing.join`: entering the code is the joiner's yes. */
export async function join(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const { db, now, actor } = turn;
  const words = wordsFor(actor.reader);
  const form = joinForm(actor.reader);
  const typed = intent.answers === null ? intent.about : String(intent.answers.code ?? '');
  if (typed === '' && intent.isTyped) return [reply(typeTheCodeCard(actor.reader))];
  if (typed === '' && intent.answers === null) return [{ type: 'open-form', form }];
  const refuse = (why: Words): readonly Effect[] =>
    intent.answers === null ? [reply(why)] : [{ type: 'form-errors', form, errors: { code: why } }];

  const code = readCode(typed);
  if (code === null) return refuse(words.notACode);
  if (isUnwelcomeGuest(turn)) return refuse(invitationWordsFor(actor.reader).refusals['sender-is-guest']());
  if ((await countWrongCodes(db, actor.account, now - wrongCodesWithinMs)) >= mostWrongCodes) {
    return refuse(words.tooMany);
  }
  const inviter = await lockInviter(turn, code);
  if (inviter === null) {
    await addWrongCode(db, actor.account, now);
    return refuse(words.wrong);
  }
  if (inviter.id === actor.member?.id) return refuse(words.yours);
  return becomeBuddiesByCode(turn, inviter, code, refuse);
}

/** Whose code it is. They stay as they are, and the code works for nobody else, until this transaction is over. */
async function lockInviter({ db, now }: Turn, code: string): Promise<Member | null> {
  const found = await findInviterByCode(db, code, now);
  const inviter = found === null ? null : await lockMember(db, found);
  // Someone else may have used it meanwhile.
  return inviter !== null && (await findInviterByCode(db, code, now)) === inviter.id ? inviter : null;
}

async function becomeBuddiesByCode(
  turn: Turn,
  inviter: Member,
  code: string,
  refuse: (why: Words) => readonly Effect[],
): Promise<readonly Effect[]> {
  const { db, now, actor } = turn;
  const words = wordsFor(actor.reader);
  const pairing = await enrolAndPair(turn, inviter, 'code');
  if (!pairing.ok) {
    switch (pairing.why) {
      case 'already-buddies':
        return refuse(words.alreadyBuddies(mentionOf(inviter)));
      case 'you-are-full':
        return refuse(invitationWordsFor(actor.reader).refusals['you-are-full']());
      case 'other-is-full':
        // How many buddies someone has is theirs: the same words as for any code that does not work.
        return refuse(words.wrong);
    }
  }
  await useCode(db, code);
  const waiting = await findWaitingBetween(db, actor.account, inviter.person);
  if (waiting !== null) {
    await settleInvitation(db, waiting.id, 'accepted');
    await closeInvitationMessage(turn, waiting);
  }
  return [reply(newBuddyCard(actor.reader, pairing.me, inviter, now))];
}
