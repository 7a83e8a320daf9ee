import type { Turn } from '../../bot/turn.ts';
import { millisecondsInWeek } from '../../calendar/spans.ts';
import type { Effect } from '../../chat/effect.ts';
import { isSamePerson, type PersonRef } from '../../chat/person.ts';
import { asCard } from '../../chat/say.ts';
import type { Executor } from '../../db/schema.ts';
import { forgetAddress } from '../../outbox/recipient-store.ts';
import { enqueue } from '../../outbox/store.ts';
import { deleteContact, markUnreachable } from '../../people/contacts/store.ts';
import { findMember, mentionOf } from '../../people/members/store.ts';
import { findPairs } from '../pairing/store.ts';
import { words } from './words.en.ts';

/**
 * Nothing can be sent to somebody any more: their buddies hear so, once until they are back, and never why. Nothing for
 * people of whom the platform's events do not tell when they are back.
 */
export async function tellUnreachable(db: Executor, person: PersonRef, now: number): Promise<void> {
  if (!(await markUnreachable(db, person, now))) return;
  const me = await findMember(db, person);
  if (me === null || !isSamePerson(me.person, person)) return;
  const told = (await findPairs(db, me.id)).map(({ id, buddy }) => ({
    key: `away:${id}:${me.id}:${now}`,
    to: buddy.person,
    card: asCard(words.cannotReach(mentionOf(me))),
    usefulUntil: now + millisecondsInWeek,
  }));
  await enqueue(db, told, now);
}

/**
 * `members.uninstalled`: where to find somebody who was no member is forgotten, and what was sent to them goes with all
 * old messages. A member stays, and may come back.
 */
export async function uninstalled({ db, from, now }: Turn): Promise<readonly Effect[]> {
  if ((await findMember(db, from)) === null) {
    await deleteContact(db, from);
    await forgetAddress(db, from);
  } else {
    await tellUnreachable(db, from, now);
  }
  return [];
}
