import type { Mention } from '../../chat/card.ts';
import type { PersonRef } from '../../chat/person.ts';
import { personColumns } from '../../db/person-columns.ts';
import { prepared } from '../../db/prepared.ts';
import type { Executor } from '../../db/schema.ts';
import { nameLetters } from '../contacts/rules.ts';
import { findMember, type Member, updateMember } from './store.ts';

/** All accounts of the one whose account this is, that to which messages go first; for who is no member, this one. */
export async function accountsOf(db: Executor, person: PersonRef): Promise<readonly PersonRef[]> {
  const member = await findMember(db, person);
  return member === null ? [person] : accountsOfMember(db, member);
}

/** All accounts of a member, that to which messages go first. */
export async function accountsOfMember(
  db: Executor,
  member: Pick<Member, 'id' | 'person'>,
): Promise<readonly PersonRef[]> {
  const { rows } = await linkedTo(db, { memberId: member.id });
  return [member.person, ...rows];
}

const linkedTo = prepared((db, { memberId }: { memberId: string }) =>
  db
    .selectFrom('linked_accounts')
    .select(['platform', 'workspace', 'person_id as id'])
    .where('member_id', '=', memberId),
);

/** Messages to the member go to this account from now on; its profile is looked up at the next occasion. */
export async function saveAccount(db: Executor, memberId: string, { person, name }: Mention): Promise<void> {
  await updateMember(db, memberId, {
    ...personColumns(person),
    name,
    name_letters: nameLetters(name),
    profile_checked_at: 0,
  });
}

/** The member whose account this is, with all their accounts; null for someone who's no member. */
export async function findMemberWithAccounts(
  db: Executor,
  person: PersonRef,
): Promise<{ readonly member: Member; readonly accounts: readonly PersonRef[] } | null> {
  const member = await findMember(db, person);
  return member === null ? null : { member, accounts: await accountsOfMember(db, member) };
}
