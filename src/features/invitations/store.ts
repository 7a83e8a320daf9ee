import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import type { Mention } from '../../chat/card.ts';
import { type PersonRef, personKey } from '../../chat/person.ts';
import { locksRows } from '../../db/locks.ts';
import { prepared } from '../../db/prepared.ts';
import type { Executor, Schema } from '../../db/schema.ts';
import { countKeptAsks } from '../../people/kept-asks/store.ts';
import { accountsOf } from '../../people/members/account-store.ts';
import type { Member } from '../../people/members/store.ts';
import { newId } from '../../system/ids.ts';
import { bothPeople, invitationLastsMs } from './rules.ts';
import type { InvitationStatus, InvitationsTable } from './table.ts';

export interface Invitation {
  readonly id: string;
  readonly inviterId: string;
  readonly invitee: PersonRef;
  readonly inviteeName: string;
  readonly status: InvitationStatus;
  readonly expiresAt: number;
}

/** Writes an invitation; null when one already waits between the two, no matter who asked. */
export async function addInvitation(
  db: Executor,
  inviter: Member,
  invitee: Mention,
  now: number,
): Promise<Invitation | null> {
  const row: InvitationsTable = {
    id: newId(),
    inviter_id: inviter.id,
    ...inviteeColumns(invitee.person),
    invitee_name: invitee.name,
    both_people: bothPeople(inviter.person, invitee.person),
    status: 'waiting',
    created_at: now,
    expires_at: now + invitationLastsMs,
  };
  const inserted = await db
    .insertInto('invitations')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n ? invitationOf(row) : null;
}

/** The invitation that waits between two people, whichever of them asked, and with whichever of their accounts. */
export async function findWaitingBetween(
  db: Executor,
  one: PersonRef,
  other: PersonRef,
): Promise<Invitation | null> {
  const others = await accountsOf(db, other);
  const both = (await accountsOf(db, one)).flatMap((mine) =>
    others.map((theirs) => bothPeople(mine, theirs)),
  );
  const row = await db
    .selectFrom('invitations')
    .selectAll()
    .where('both_people', 'in', both)
    .where('status', '=', 'waiting')
    .executeTakeFirst();
  return row === undefined ? null : invitationOf(row);
}

export async function findInvitation(db: Executor, id: string): Promise<Invitation | null> {
  const row = await db.selectFrom('invitations').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : invitationOf(row);
}

/** The invitation as it stands, and as it stays until this transaction is over, unless it is changed here. */
export async function lockInvitation(db: Executor, id: string): Promise<Invitation | null> {
  const row = await db
    .selectFrom('invitations')
    .selectAll()
    .where('id', '=', id)
    .$if(locksRows(db), (rows) => rows.forUpdate())
    .executeTakeFirst();
  return row === undefined ? null : invitationOf(row);
}

/** Invitations that a member has sent and that still wait, oldest first. */
export async function findWaitingFrom(db: Executor, inviterId: string): Promise<Invitation[]> {
  const { rows } = await waitingFrom(db, { inviterId });
  return oldestFirst(rows);
}

const waitingFrom = prepared((db, { inviterId }: { inviterId: string }) =>
  waiting(db).where('inviter_id', '=', inviterId),
);

/** Invitations that wait for this person's answer, to whichever of their accounts, oldest first. */
export async function findWaitingTo(db: Executor, accounts: readonly PersonRef[]): Promise<Invitation[]> {
  const rows: Selectable<InvitationsTable>[] = [];
  for (const account of accounts) rows.push(...(await waitingTo(db, account)).rows);
  return oldestFirst(rows);
}

const waitingTo = prepared((db, account: PersonRef) =>
  waiting(db).where((row) => row.and(inviteeColumns(account))),
);

function waiting(db: Executor) {
  return db
    .selectFrom('invitations')
    .selectAll()
    .where('status', '=', sql.lit('waiting' as const));
}

/** SQLite would set up a sorting for the one or two that there are. */
function oldestFirst(rows: readonly Selectable<InvitationsTable>[]): Invitation[] {
  return rows.toSorted((one, other) => one.created_at - other.created_at).map(invitationOf);
}

/** A member who asks, with all of their accounts. */
export interface Asker {
  readonly memberId: string;
  readonly accounts: readonly PersonRef[];
}

/** How often someone has asked this person since `since`, also before they erased themselves. */
export async function countAsksOf(
  db: Executor,
  { memberId, accounts }: Asker,
  person: PersonRef,
  since: number,
): Promise<number> {
  const of = await accountsOf(db, person);
  const row = await asksSince(db, memberId, since)
    .where((row) => isToAnyOf(row, of))
    .executeTakeFirstOrThrow();
  return Number(row.asks) + (await countKeptAsks(db, accounts, { kind: 'invitation', of, since }));
}

/** How often someone has asked anyone since `since`, whatever came of it, also before they erased themselves. */
export async function countAsks(db: Executor, { memberId, accounts }: Asker, since: number): Promise<number> {
  const row = await asksSince(db, memberId, since).executeTakeFirstOrThrow();
  return Number(row.asks) + (await countKeptAsks(db, accounts, { kind: 'invitation', of: null, since }));
}

function asksSince(db: Executor, inviterId: string, since: number) {
  return db
    .selectFrom('invitations')
    .select((select) => select.fn.countAll<number>().as('asks'))
    .where('inviter_id', '=', inviterId)
    .where('created_at', '>=', since);
}

/** True when this settled it; false when it no longer waited. */
export async function settleInvitation(
  db: Executor,
  id: string,
  status: Exclude<InvitationStatus, 'waiting'>,
): Promise<boolean> {
  const updated = await db
    .updateTable('invitations')
    .set({ status })
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

/** Invitations whose time is over, which nobody else settles until this transaction ends. */
export async function findOverdue(db: Executor, now: number, most: number): Promise<Invitation[]> {
  const rows = await db
    .selectFrom('invitations')
    .selectAll()
    .where('status', '=', 'waiting')
    .where('expires_at', '<=', now)
    .limit(most)
    // What someone is answering right now is left for the next time.
    .$if(locksRows(db), (rows) => rows.forUpdate().skipLocked())
    .execute();
  return rows.map(invitationOf);
}

/** Answered invitations are kept for 30 days, to hold repeated asking to a few. */
export async function forgetSettledBefore(db: Executor, instant: number): Promise<void> {
  await db
    .deleteFrom('invitations')
    .where('status', '!=', 'waiting')
    .where('created_at', '<', instant)
    .execute();
}

/** What one member has sent and was answered counts as sent by the other: how often someone was asked stays known. */
export async function passOnInvitations(db: Executor, fromId: string, toId: string): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ inviter_id: toId })
    .where('inviter_id', '=', fromId)
    .where('status', '!=', 'waiting')
    .execute();
}

/** Removes every invitation to an account, no matter who asked, and the account from those that its member has sent. */
export async function eraseInvitee(db: Executor, person: PersonRef): Promise<void> {
  await db
    .deleteFrom('invitations')
    .where((row) => row.and(inviteeColumns(person)))
    .execute();
  // Sent while it was an account of the inviter, who may have another one by now.
  const key = personKey(person).replaceAll(/[%_!]/g, '!$&');
  await db
    .updateTable('invitations')
    .set((row) => ({ both_people: row.ref('id') }))
    .where(
      sql<boolean>`both_people like ${`${key} %`} escape '!' or both_people like ${`% ${key}`} escape '!'`,
    )
    .execute();
}

function isToAnyOf(row: ExpressionBuilder<Schema, 'invitations'>, accounts: readonly PersonRef[]) {
  return row.or(accounts.map((account) => row.and(inviteeColumns(account))));
}

/** The columns in which an invitation holds who is asked. */
export function inviteeColumns({ platform, workspace, id }: PersonRef) {
  return { invitee_platform: platform, invitee_workspace: workspace, invitee_person_id: id };
}

function invitationOf(row: Selectable<InvitationsTable>): Invitation {
  return {
    id: row.id,
    inviterId: row.inviter_id,
    invitee: { platform: row.invitee_platform, workspace: row.invitee_workspace, id: row.invitee_person_id },
    inviteeName: row.invitee_name,
    status: row.status,
    expiresAt: row.expires_at,
  };
}
