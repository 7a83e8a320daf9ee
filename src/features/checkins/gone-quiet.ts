import type { Turn } from '../../bot/turn.ts';
import type { Effect } from '../../chat/effect.ts';
import { isSamePerson, type PersonRef } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import { forgetAddress } from '../../outbox/recipient-store.ts';
import { deleteContact, markUnreachable } from '../../people/contacts/store.ts';
import { findMember } from '../../people/members/store.ts';
import { findPairs } from '../pairing/store.ts';
import { sendAway } from './messages.ts';

/**
 * Nothing can be sent to someone any more: their buddies hear so, once until they are back, and never why. Nothing for
 * people when the platform's events do not tell that they are back.
 */
export async function tellUnreachable(db: Executor, person: PersonRef, now: number): Promise<void> {
  if (!(await markUnreachable(db, person, now))) return;
  const me = await findMember(db, person);
  if (me === null || !isSamePerson(me.person, person)) return;
  await sendAway(db, await findPairs(db, me.id), me, now);
}

/**
 * `members.uninstalled`: where to find someone who was no member is forgotten, and what was sent to them goes with all
 * old messages. A member stays, and may come back.
 */
export async function uninstalled({ db, actor, now }: Turn): Promise<readonly Effect[]> {
  if (actor.member === null) {
    await deleteContact(db, actor.account);
    await forgetAddress(db, actor.account);
  } else {
    await tellUnreachable(db, actor.account, now);
  }
  return [];
}
