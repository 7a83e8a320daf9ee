import type { PersonRef } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import { type Ask, keepAsks } from '../../people/kept-asks/store.ts';
import { askedWithinMs } from './rules.ts';
import { inviteeColumns } from './store.ts';
import type { InvitationStatus } from './table.ts';

export interface HeldInvitation {
  /** The other one. */
  readonly name: string;
  readonly status: InvitationStatus;
  readonly sentAt: number;
  readonly waitsUntil: number;
}

export function findSentBy(db: Executor, memberId: string): Promise<HeldInvitation[]> {
  return db
    .selectFrom('invitations')
    .select(['invitee_name as name', 'status', 'created_at as sentAt', 'expires_at as waitsUntil'])
    .where('inviter_id', '=', memberId)
    .orderBy('created_at')
    .execute();
}

/** Before these accounts lose the member whose they are: who they've invited lately goes on counting for each. */
export async function keepInvitations(
  db: Executor,
  accounts: readonly PersonRef[],
  memberId: string,
  now: number,
): Promise<void> {
  await keepAsks(db, accounts, 'invitation', await findAsks(db, memberId, now - askedWithinMs));
}

/** Who a member has invited since `since`, and when, whatever came of it. */
async function findAsks(db: Executor, memberId: string, since: number): Promise<readonly Ask[]> {
  const rows = await db
    .selectFrom('invitations')
    .select(['invitee_platform', 'invitee_workspace', 'invitee_person_id', 'created_at'])
    .where('inviter_id', '=', memberId)
    .where('created_at', '>=', since)
    .execute();
  return rows.map((row) => ({
    of: { platform: row.invitee_platform, workspace: row.invitee_workspace, id: row.invitee_person_id },
    at: row.created_at,
  }));
}

export function findSentTo(db: Executor, account: PersonRef): Promise<HeldInvitation[]> {
  return db
    .selectFrom('invitations')
    .innerJoin('members as inviter', 'inviter.id', 'invitations.inviter_id')
    .select(['inviter.name', 'status', 'invitations.created_at as sentAt', 'expires_at as waitsUntil'])
    .where((row) => row.and(inviteeColumns(account)))
    .orderBy('invitations.created_at')
    .execute();
}

/** The name under which someone was last invited; null when nobody has. */
export async function findInviteeName(db: Executor, person: PersonRef): Promise<string | null> {
  const row = await db
    .selectFrom('invitations')
    .select('invitee_name')
    .where((row) => row.and(inviteeColumns(person)))
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.invitee_name ?? null;
}
