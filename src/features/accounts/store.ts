import type { Mention } from '../../chat/card.ts';
import type { PersonRef } from '../../chat/person.ts';
import { personColumns } from '../../db/person-columns.ts';
import type { Executor } from '../../db/schema.ts';
import { saveAccount } from '../../people/members/account-store.ts';
import type { Member } from '../../people/members/store.ts';
import { fingerprint } from '../../system/ids.ts';
import { linkCodeLastsMs } from './rules.ts';

/** The account of a member that is not the one to which messages go. */
export interface LinkedAccount {
  readonly person: PersonRef;
  readonly name: string;
  readonly linkedAt: number;
}

export async function findLinked(db: Executor, memberId: string): Promise<LinkedAccount | null> {
  const row = await db
    .selectFrom('linked_accounts')
    .selectAll()
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const person = { platform: row.platform, workspace: row.workspace, id: row.person_id };
  return { person, name: row.name, linkedAt: row.created_at };
}

/** Throws when the account is linked already, or the member has another one: `refuseLink` is asked before. */
export async function addLinked(
  db: Executor,
  memberId: string,
  { person, name }: Mention,
  now: number,
): Promise<void> {
  await db
    .insertInto('linked_accounts')
    .values({ ...personColumns(person), member_id: memberId, name, created_at: now })
    .execute();
}

export async function removeLinked(db: Executor, memberId: string): Promise<void> {
  await db.deleteFrom('linked_accounts').where('member_id', '=', memberId).execute();
}

/** Messages go to the linked account from now on, and the one of until now is the linked one. */
export async function swapAccounts(db: Executor, member: Member, linked: LinkedAccount): Promise<Member> {
  await db
    .updateTable('linked_accounts')
    .set({ ...personColumns(member.person), name: member.name })
    .where('member_id', '=', member.id)
    .execute();
  await saveAccount(db, member.id, linked);
  return { ...member, person: linked.person, name: linked.name };
}

/** Writes a code of this member, by its fingerprint. An older one stops working. */
export async function addLinkCode(db: Executor, memberId: string, code: string, now: number): Promise<void> {
  await deleteLinkCodes(db, memberId);
  await db
    .insertInto('link_codes')
    .values({
      code_fingerprint: fingerprint(code),
      member_id: memberId,
      created_at: now,
      expires_at: now + linkCodeLastsMs,
    })
    .execute();
}

/** The member whose code this is, when it still works. */
export async function findMemberByLinkCode(db: Executor, code: string, now: number): Promise<string | null> {
  const row = await db
    .selectFrom('link_codes')
    .select('member_id')
    .where('code_fingerprint', '=', fingerprint(code))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.member_id ?? null;
}

/** True for the one who used it up. */
export async function useLinkCode(db: Executor, code: string): Promise<boolean> {
  const deleted = await db
    .deleteFrom('link_codes')
    .where('code_fingerprint', '=', fingerprint(code))
    .executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}

export async function deleteLinkCodes(db: Executor, memberId: string): Promise<void> {
  await db.deleteFrom('link_codes').where('member_id', '=', memberId).execute();
}

export async function forgetLinkCodesBefore(db: Executor, now: number): Promise<void> {
  await db.deleteFrom('link_codes').where('expires_at', '<=', now).execute();
}
