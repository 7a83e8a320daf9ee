import type { Executor } from '../../db/schema.ts';
import { findMembers } from '../../people/members/store.ts';
import type { Between, HeldBuddy, HeldOfMember } from './held.ts';

/** What hangs on a member's row, ended pairs too. */
export async function findHeldOfMember(db: Executor, memberId: string): Promise<HeldOfMember> {
  const buddies = await buddiesByPair(db, memberId);
  const between = (row: { pair_id: string; member_id: string }, at: number): Between => ({
    buddy: buddies.get(row.pair_id)?.name ?? '',
    byMe: row.member_id === memberId,
    at,
  });
  const checkins = await db
    .selectFrom('acknowledgements')
    .selectAll()
    .where('pair_id', 'in', pairIdsOf(db, memberId))
    .orderBy('acknowledged_at')
    .execute();
  const reaches = await db
    .selectFrom('reaches')
    .selectAll()
    .where('pair_id', 'in', pairIdsOf(db, memberId))
    .orderBy('reached_at')
    .execute();
  return {
    buddies: [...buddies.values()],
    checkins: checkins.map((row) => ({ ...between(row, row.acknowledged_at), week: row.week })),
    reaches: reaches.map((row) => between(row, row.reached_at)),
    invitationsSent: await db
      .selectFrom('invitations')
      .select(['invitee_name as name', 'status', 'created_at as sentAt', 'expires_at as waitsUntil'])
      .where('inviter_id', '=', memberId)
      .orderBy('created_at')
      .execute(),
    codes: await db
      .selectFrom('invitation_codes')
      .select(['created_at as madeAt', 'expires_at as worksUntil'])
      .where('inviter_id', '=', memberId)
      .orderBy('created_at')
      .execute(),
    linkCodes: await db
      .selectFrom('link_codes')
      .select(['created_at as madeAt', 'expires_at as worksUntil'])
      .where('member_id', '=', memberId)
      .execute(),
    mondaysWithout: await db
      .selectFrom('nudges_not_sent')
      .select(['week', 'outcome'])
      .where('member_id', '=', memberId)
      .orderBy('week')
      .execute(),
  };
}

function pairsOf(db: Executor, memberId: string) {
  return db
    .selectFrom('pairs')
    .where((where) =>
      where.or([where('first_member_id', '=', memberId), where('second_member_id', '=', memberId)]),
    );
}

function pairIdsOf(db: Executor, memberId: string) {
  return pairsOf(db, memberId).select('id');
}

async function buddiesByPair(db: Executor, memberId: string): Promise<Map<string, HeldBuddy>> {
  const rows = await pairsOf(db, memberId).selectAll().orderBy('started_at').execute();
  const buddyOf = (row: (typeof rows)[number]): string =>
    row.first_member_id === memberId ? row.second_member_id : row.first_member_id;
  const members = await findMembers(db, rows.map(buddyOf));
  const nameOf = (id: string): string => members.find((member) => member.id === id)?.name ?? '';
  return new Map(
    rows.map((row) => [row.id, { name: nameOf(buddyOf(row)), since: row.started_at, until: row.ended_at }]),
  );
}
