import type { Intent } from '../../bot/intents.ts';
import type { Turn } from '../../bot/turn.ts';
import { sayDay } from '../../calendar/say.en.ts';
import type { Words } from '../../chat/card.ts';
import type { Effect } from '../../chat/effect.ts';
import { reply } from '../../chat/say.ts';
import { isAccountOf } from '../../people/members/account-store.ts';
import { enrol, holdMember, type Member, mentionOf } from '../../people/members/store.ts';
import { newCode } from '../../system/ids.ts';
import { closeInvitationMessage } from '../invitations/close-message.ts';
import { enrolAndPair } from '../invitations/enrol-and-pair.ts';
import { isUnwelcomeGuest } from '../invitations/rules.ts';
import { findWaitingBetween, settleInvitation } from '../invitations/store.ts';
import { refusals } from '../invitations/words.en.ts';
import { newBuddyCard } from '../pairing/cards.ts';
import { codeCard, joinForm, type NewCode, passOnCard, typeTheCodeCard } from './cards.ts';
import { codeLastsMs, mostWrongCodes, readCode, wrongCodesWithinMs } from './rules.ts';
import { addCode, addWrongCode, countWrongCodes, findInviterByCode, useCode } from './store.ts';
import { words } from './words.en.ts';

/** `pairing.code`: a code is an invitation to whoever gets it; making one is the inviter's yes. */
export async function makeCode(turn: Turn): Promise<readonly Effect[]> {
  if (isUnwelcomeGuest(turn.sender, turn.settings.guestsWelcome))
    return [reply(refusals['sender-is-guest']())];
  return [reply(codeCard({ ...(await writeCode(turn)), platforms: turn.settings.platforms }))];
}

/** For a colleague who does not have the app: a code, in words that the inviter can send them as they are. */
export async function codeToPassOn(turn: Turn): Promise<readonly Effect[]> {
  return [reply(passOnCard(await writeCode(turn)))];
}

async function writeCode(turn: Turn): Promise<Omit<NewCode, 'platforms'>> {
  const me = await enrol(turn.db, turn.from, turn.sender, turn.settings, turn.now);
  const code = newCode();
  const oldestStopped = await addCode(turn.db, me.id, code, turn.now);
  return { code, until: sayDay(turn.now + codeLastsMs, me.timeZone), oldestStopped };
}

/** `pairing.join`: entering the code is the joiner's yes. */
export async function join(turn: Turn, intent: Intent): Promise<readonly Effect[]> {
  const typed = intent.answers === null ? intent.about : String(intent.answers.code ?? '');
  if (typed === '' && intent.isTyped) return [reply(typeTheCodeCard)];
  if (typed === '' && intent.answers === null) return [{ type: 'open-form', form: joinForm }];
  const refuse = (why: Words): readonly Effect[] =>
    intent.answers === null ? [reply(why)] : [{ type: 'form-errors', form: joinForm, errors: { code: why } }];

  const code = readCode(typed);
  if (code === null) return refuse(words.notACode);
  if (isUnwelcomeGuest(turn.sender, turn.settings.guestsWelcome))
    return refuse(refusals['sender-is-guest']());
  if ((await countWrongCodes(turn.db, turn.from, turn.now - wrongCodesWithinMs)) >= mostWrongCodes) {
    return refuse(words.tooMany);
  }
  const inviter = await holdInviter(turn, code);
  if (inviter === null) {
    await addWrongCode(turn.db, turn.from, turn.now);
    return refuse(words.wrong);
  }
  if (await isAccountOf(turn.db, inviter, turn.from)) return refuse(words.yours);
  return becomeBuddiesByCode(turn, inviter, code, refuse);
}

/** Whose code it is. They stay as they are, and the code works for nobody else, until this transaction is over. */
async function holdInviter({ db, now }: Turn, code: string): Promise<Member | null> {
  const found = await findInviterByCode(db, code, now);
  const inviter = found === null ? null : await holdMember(db, found);
  // Somebody else may have used it meanwhile.
  return inviter !== null && (await findInviterByCode(db, code, now)) === inviter.id ? inviter : null;
}

async function becomeBuddiesByCode(
  turn: Turn,
  inviter: Member,
  code: string,
  refuse: (why: Words) => readonly Effect[],
): Promise<readonly Effect[]> {
  const pairing = await enrolAndPair(turn, inviter);
  if (!pairing.ok) {
    switch (pairing.why) {
      case 'already-buddies':
        return refuse(words.alreadyBuddies(mentionOf(inviter)));
      case 'you-are-full':
        return refuse(refusals['you-are-full']());
      case 'other-is-full':
        // How many buddies somebody has is theirs: the same words as for any code that does not work.
        return refuse(words.wrong);
    }
  }
  await useCode(turn.db, code);
  const waiting = await findWaitingBetween(turn.db, turn.from, inviter.person);
  if (waiting !== null) {
    await settleInvitation(turn.db, waiting.id, 'accepted');
    await closeInvitationMessage(turn.db, waiting.id, turn.now);
  }
  return [reply(newBuddyCard(pairing.me, inviter, turn.now))];
}
