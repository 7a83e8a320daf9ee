import { isSamePerson, type PersonRef, personKey } from '../../chat/person.ts';
import { forgetByCheckpoint } from '../../db/checkpoint.ts';
import { noteErased } from '../../db/erased-file.ts';
import type { Executor } from '../../db/schema.ts';
import { findWaitingMentioning } from '../../outbox/recipient-store.ts';
import { change } from '../../outbox/store.ts';
import { findReader } from '../../people/find-reader.ts';
import type { ErasingParts } from '../../people/held-room.ts';
import { findMember } from '../../people/members/store.ts';
import { fingerprint } from '../../system/ids.ts';
import { findLinked, removeLinked, swapAccounts } from '../accounts/store.ts';
import { keepCheckinSums, lockSums } from '../checkins/store.ts';
import { heldRooms } from '../held-rooms.ts';
import { findInviteeName } from '../invitations/held-store.ts';
import { keepNotSentSums } from '../nudges/store.ts';
import { lockWithBuddies } from '../pairing/store.ts';
import { messageOf } from '../room-messages.ts';
import { outdatedCard } from './cards.ts';
import { findWhose } from './held.ts';

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
  for (const room of heldRooms.toReversed()) await room.eraseAccount(db, closed);
  forgetByCheckpoint(db);
}

/**
 * Erases a person, in the transaction of `parts.db`: afterwards no id of any account of theirs is in any table. Those
 * who would wait for them are told, by name alone. Sums stay, since they point at nobody, and for its short time, by
 * fingerprint, what limits count. Safe to repeat; also for people who are no members, and only have been invited.
 */
export async function erase(parts: ErasingParts, person: PersonRef): Promise<void> {
  const { db } = parts;
  await lockWithBuddies(db, person);
  await lockSums(db);
  const whose = await findWhose(parts, person);
  const name = whose.member?.name ?? (await findInviteeName(db, person));

  for (const room of heldRooms.toReversed()) {
    await room.erase(parts, whose);
    for (const account of whose.accounts) await room.eraseAccount(db, account);
  }
  for (const account of whose.accounts) await unname(parts, account, name);
  forgetByCheckpoint(db);
  noteErased(db, whose.accounts.map(personKey).map(fingerprint), parts.now);
}

/** Before a member is deleted whose account goes on elsewhere: what is counted of them stays in the sums. */
export async function keepSums(db: Executor, memberId: string): Promise<void> {
  await keepNotSentSums(db, memberId);
  await keepCheckinSums(db, memberId);
}

/** Messages to others that aren't through yet: each room says what becomes of its own. */
async function unname(parts: ErasingParts, person: PersonRef, name: string | null): Promise<void> {
  const { db, now, hospital } = parts;
  for (const { key, to } of await findWaitingMentioning(db, person)) {
    await messageOf(key)?.nameErased(parts, { key, name, reader: await findReader(db, to, hospital) });
  }
  // What is on its way already, and changes of messages that stand in a chat.
  for (const { key, to } of await findWaitingMentioning(db, person)) {
    await change(db, key, outdatedCard(await findReader(db, to, hospital)), now);
  }
}
