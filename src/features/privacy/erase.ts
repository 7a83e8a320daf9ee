import type { Turn } from '../../bot/turn.ts';
import { weekOf } from '../../calendar/iso-week.ts';
import { millisecondsInWeek } from '../../calendar/spans.ts';
import { isSamePerson, type PersonRef } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import { eraseRecipient, findWaitingMentioning } from '../../outbox/recipient-store.ts';
import { cancel, change, enqueue } from '../../outbox/store.ts';
import { deleteContact } from '../../people/contacts/store.ts';
import { accountsOf } from '../../people/members/account-store.ts';
import { deleteMember, findMember, findMembers, type Member } from '../../people/members/store.ts';
import { findLinked, removeLinked, swapAccounts } from '../accounts/store.ts';
import { holdSums, keepCheckinSums } from '../checkins/store.ts';
import { closeInvitationMessage } from '../invitations/close-message.ts';
import { eraseInvitee, findWaitingFrom, findWaitingTo } from '../invitations/store.ts';
import { keepNotSentSums, keepNudgeSums } from '../nudges/store.ts';
import { otherLeftCard } from '../pairing/cards.ts';
import { findPairs, holdWithBuddies, type Pair } from '../pairing/store.ts';
import { invitationClosedCard, outdatedCard } from './cards.ts';
import { answersInvitation, readNudgeKey } from './rules.ts';
import { eraseWrongCodes, findInviteeName } from './store.ts';

type Parts = Pick<Turn, 'db' | 'now' | 'redraw'>;

/**
 * For an account that is closed: the same as if its owner had asked for it, and the buddy hears the same words. Who has
 * another account goes on with that one.
 */
export async function leave(parts: Parts, closed: PersonRef): Promise<void> {
  const { db } = parts;
  const me = await findMember(db, closed);
  const linked = me === null ? null : await findLinked(db, me.id);
  if (me === null || linked === null) return erase(parts, closed);
  if (isSamePerson(me.person, closed)) await swapAccounts(db, me, linked);
  await removeLinked(db, me.id);
  await eraseAccount(db, closed);
}

/**
 * Erases a person, in the transaction of `parts.db`: afterwards no id of any account of theirs is in any table. Those
 * who would wait for them are told, by name alone. Sums stay, since they point at nobody. Safe to repeat; also for people
 * who are no members, and only have been invited.
 */
export async function erase(parts: Parts, person: PersonRef): Promise<void> {
  const { db } = parts;
  await holdWithBuddies(db, person);
  await holdSums(db);
  const me = await findMember(db, person);
  const pairs = me === null ? [] : await findPairs(db, me.id);
  const name = me?.name ?? (await findInviteeName(db, person));

  const accounts = await accountsOf(db, person);

  await closeInvitations(parts, me, accounts);
  if (me !== null) {
    await keepSums(db, me.id);
    await deleteMember(db, me.id);
  }
  for (const account of accounts) {
    await eraseInvitee(db, account);
    await eraseAccount(db, account);
  }

  if (me !== null) for (const pair of pairs) await tellBuddy(parts, pair, me.name);
  for (const account of accounts) await unname(parts, account, name);
}

/** Before a member is deleted: what is counted of them stays in the sums. */
export async function keepSums(db: Executor, memberId: string): Promise<void> {
  await keepNotSentSums(db, memberId);
  await keepCheckinSums(db, memberId);
}

/** What is held of an account, whosever it is. */
async function eraseAccount(db: Executor, account: PersonRef): Promise<void> {
  await keepNudgeSums(db, account);
  await deleteContact(db, account);
  await eraseRecipient(db, account);
  await eraseWrongCodes(db, account);
}

/** Those they asked can no longer accept; those who asked them need not wait. */
async function closeInvitations(
  { db, now }: Parts,
  me: Member | null,
  accounts: readonly PersonRef[],
): Promise<void> {
  const sent = me === null ? [] : await findWaitingFrom(db, me.id);
  for (const invitation of sent) await closeInvitationMessage(db, invitation.id, now);

  const received = await findWaitingTo(db, accounts);
  const inviters = await findMembers(
    db,
    received.map((invitation) => invitation.inviterId),
  );
  const told = received.flatMap((invitation) => {
    const inviter = inviters.find((member) => member.id === invitation.inviterId);
    if (inviter === undefined) return [];
    const card = invitationClosedCard(invitation.inviteeName);
    return [
      { key: `closed:${invitation.id}`, to: inviter.person, card, usefulUntil: now + millisecondsInWeek },
    ];
  });
  await enqueue(db, told, now);
}

async function tellBuddy({ db, now, redraw }: Parts, { id, buddy }: Pair, name: string): Promise<void> {
  const told = {
    key: `ended:${id}`,
    to: buddy.person,
    card: otherLeftCard(name),
    usefulUntil: now + millisecondsInWeek,
  };
  await enqueue(db, [told], now);
  await redraw(db, buddy.id, weekOf(now, buddy.timeZone), { now, except: null });
}

/** Messages to others that are not through yet: redrawn, taken back, or worded anew with the name alone. */
async function unname({ db, now, redraw }: Parts, person: PersonRef, name: string | null): Promise<void> {
  for (const { key } of await findWaitingMentioning(db, person)) {
    const nudge = readNudgeKey(key);
    if (nudge !== null) await redraw(db, nudge.memberId, nudge.week, { now, except: null });
    else if (name !== null && answersInvitation(key)) await change(db, key, invitationClosedCard(name), now);
    else await cancel(db, [key]);
  }
  // What is on its way already, and changes of messages that stand in a chat.
  for (const { key } of await findWaitingMentioning(db, person)) await change(db, key, outdatedCard, now);
}
