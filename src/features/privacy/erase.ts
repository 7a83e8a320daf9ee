import { weekOf } from '../../calendar/iso-week.ts';
import { isSamePerson, type PersonRef } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import { eraseRecipient, findWaitingMentioning } from '../../outbox/recipient-store.ts';
import { change } from '../../outbox/store.ts';
import { deleteContact } from '../../people/contacts/store.ts';
import { findReader } from '../../people/find-reader.ts';
import { accountsOf } from '../../people/members/account-store.ts';
import { deleteMember, findMember, findMembers, type Member } from '../../people/members/store.ts';
import { findLinked, removeLinked, swapAccounts } from '../accounts/store.ts';
import { keepCheckinSums, lockSums } from '../checkins/store.ts';
import { closeInvitationMessage, sendClosed } from '../invitations/messages.ts';
import { eraseAskRefusals } from '../invitations/refusal-store.ts';
import { eraseInvitee, findWaitingFrom, findWaitingTo } from '../invitations/store.ts';
import { keepNotSentSums, keepNudgeSums } from '../nudges/store.ts';
import { sendLeft } from '../pairing/messages.ts';
import { findPairs, lockWithBuddies, type Pair } from '../pairing/store.ts';
import type { ErasingParts } from '../room-message.ts';
import { messageOf } from '../room-messages.ts';
import { outdatedCard } from './cards.ts';
import { eraseWrongCodes, findInviteeName } from './store.ts';

/**
 * For an account that is closed: the same as if its owner had asked for it, and the buddy hears the same words. Who has
 * another account goes on with that one.
 */
export async function leave(parts: ErasingParts, closed: PersonRef): Promise<void> {
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
export async function erase(parts: ErasingParts, person: PersonRef): Promise<void> {
  const { db } = parts;
  await lockWithBuddies(db, person);
  await lockSums(db);
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
  await eraseAskRefusals(db, account);
}

/** Those they asked can no longer accept; those who asked them need not wait. */
async function closeInvitations(
  { db, now }: ErasingParts,
  me: Member | null,
  accounts: readonly PersonRef[],
): Promise<void> {
  const sent = me === null ? [] : await findWaitingFrom(db, me.id);
  for (const invitation of sent) await closeInvitationMessage(db, invitation, now);

  const received = await findWaitingTo(db, accounts);
  const inviters = await findMembers(
    db,
    received.map((invitation) => invitation.inviterId),
  );
  for (const invitation of received) {
    const inviter = inviters.find((member) => member.id === invitation.inviterId);
    if (inviter !== undefined) await sendClosed(db, invitation, inviter, now);
  }
}

async function tellBuddy({ db, now, redraw }: ErasingParts, pair: Pair, name: string): Promise<void> {
  const { buddy } = pair;
  await sendLeft(db, pair, name, now);
  await redraw(db, [buddy], weekOf(now, buddy.timeZone), { now, except: null });
}

/** Messages to others that aren't through yet: each room says what becomes of its own. */
async function unname(parts: ErasingParts, person: PersonRef, name: string | null): Promise<void> {
  const { db, now } = parts;
  for (const { key, to } of await findWaitingMentioning(db, person)) {
    await messageOf(key)?.nameErased(parts, { key, name, reader: await findReader(db, to) });
  }
  // What is on its way already, and changes of messages that stand in a chat.
  for (const { key, to } of await findWaitingMentioning(db, person)) {
    await change(db, key, outdatedCard(await findReader(db, to)), now);
  }
}
