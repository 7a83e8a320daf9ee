import type { Turn } from '../../bot/turn.ts';
import type { Words } from '../../chat/card.ts';
import type { Effect } from '../../chat/effect.ts';
import { isSamePerson } from '../../chat/person.ts';
import { reply } from '../../chat/say.ts';
import type { Executor } from '../../db/schema.ts';
import { deleteMember, lockMember, type Member } from '../../people/members/store.ts';
import { mostWrongCodes, readCode, wrongCodesWithinMs } from '../codes/rules.ts';
import { addWrongCode, countWrongCodes, findCodes } from '../codes/store.ts';
import { wordsFor as codeWordsFor } from '../codes/words.ts';
import { closeInvitationMessage } from '../invitations/messages.ts';
import { isUnwelcomeGuest } from '../invitations/rules.ts';
import { findWaitingFrom, passOnInvitations, settleInvitation } from '../invitations/store.ts';
import { wordsFor as invitationWordsFor } from '../invitations/words.ts';
import { findPairs } from '../pairing/store.ts';
import { linkedCard } from './cards.ts';
import { sendLinked } from './messages.ts';
import { type Party, refuseLink } from './rules.ts';
import { addLinked, deleteLinkCodes, findLinked, findMemberByLinkCode, useLinkCode } from './store.ts';
import { wordsFor } from './words.ts';

/** Before a member without a buddy is taken away: what is counted of them stays in the sums. */
export type KeepSums = (db: Executor, memberId: string) => Promise<void>;

interface Entering {
  readonly keepSums: KeepSums;
  readonly refuse: (why: Words) => Effect;
}

/** Entering the code is the yes of the same person on the other side: the account becomes the second one of the maker. */
export async function enterLinkCode(
  turn: Turn,
  typed: string,
  { keepSums, refuse }: Entering,
): Promise<readonly Effect[]> {
  const { db, now, actor } = turn;
  const { account: from, member: me, newcomer, reader } = actor;
  const words = wordsFor(reader);
  const code = readCode(typed);
  if (code === null) return [refuse(codeWordsFor(reader).notACode)];
  if (isUnwelcomeGuest(turn)) return [refuse(invitationWordsFor(reader).refusals['sender-is-guest']())];
  if ((await countWrongCodes(db, from, now - wrongCodesWithinMs)) >= mostWrongCodes) {
    return [refuse(words.tooMany)];
  }
  const makerId = await findMemberByLinkCode(db, code, now);
  const maker = makerId === null ? null : await lockMember(db, makerId);
  if (maker === null) {
    await addWrongCode(db, from, now);
    return [refuse(words.wrong)];
  }
  const why = refuseLink(await partyOf(turn, maker), from, me === null ? null : await partyOf(turn, me));
  if (why !== null) return [refuse(words.refusals[why](maker.person.platform))];
  if (!(await useLinkCode(db, code))) return [refuse(words.wrong)];

  if (me !== null) await takeIn(turn, me, maker, keepSums);
  await withdrawFromOneself(turn, maker);
  const account = { person: from, name: newcomer?.name ?? me?.name ?? maker.name };
  await addLinked(db, maker.id, account, now);
  await deleteLinkCodes(db, maker.id);
  await sendLinked(db, maker, from.platform, now);
  return [reply(linkedCard(reader, maker, { ...account, linkedAt: now }))];
}

async function partyOf({ db, now }: Turn, member: Member): Promise<Party> {
  const waiting = [
    await findPairs(db, member.id),
    await findWaitingFrom(db, member.id),
    await findCodes(db, member.id, now),
  ];
  return {
    member,
    isInUse: waiting.some((list) => list.length > 0),
    isLinked: (await findLinked(db, member.id)) !== null,
  };
}

/** A member without anything becomes the other one. Who they have asked lately stays known, so that nobody is asked too often. */
async function takeIn({ db }: Turn, me: Member, maker: Member, keepSums: KeepSums): Promise<void> {
  await keepSums(db, me.id);
  await passOnInvitations(db, me.id, maker.id);
  await deleteMember(db, me.id);
}

/** They asked their own other account before the two were one. */
async function withdrawFromOneself(turn: Turn, maker: Member): Promise<void> {
  const { db, actor } = turn;
  for (const invitation of await findWaitingFrom(db, maker.id)) {
    if (!isSamePerson(invitation.invitee, actor.account)) continue;
    await settleInvitation(db, invitation.id, 'withdrawn');
    await closeInvitationMessage(turn, invitation);
  }
}
