import { isId } from '../chat/id.ts';
import type { PersonRef } from '../chat/person.ts';
import type { Executor } from '../db/schema.ts';
import { findContact } from './contacts/store.ts';
import { findMembers } from './members/store.ts';

const member = 'member:';

/**
 * How a button names a colleague: a member by Buddy's own id, anyone else by the platform's id alone. No platform and no
 * workspace: a button that someone made up reaches nobody elsewhere.
 */
export function namedBy({
  person,
  memberId,
}: {
  readonly person: PersonRef;
  readonly memberId: string | null;
}): string {
  return memberId === null ? person.id : `${member}${memberId}`;
}

/** Who is named by a button that `from` pressed: a member, or a contact in their own workspace. Null for an id that is nobody's. */
export async function findNamed(db: Executor, from: PersonRef, named: string): Promise<PersonRef | null> {
  if (!isId(named)) return null;
  if (named.startsWith(member)) {
    const [found] = await findMembers(db, [named.slice(member.length)]);
    return found?.person ?? null;
  }
  const person = { ...from, id: named };
  return (await findContact(db, person)) === null ? null : person;
}
