import { type ExpressionBuilder, sql } from 'kysely';
import type { Executor, Schema } from '../../db/schema.ts';
import { type Member, memberOf, updateMember } from '../../people/members/store.ts';

/** Since when someone has to have been without a buddy, in epoch milliseconds. */
export interface Without {
  readonly lostBefore: number;
  readonly joinedBefore: number;
  readonly now: number;
}

/**
 * Members without a buddy who nobody has offered a next step since they lost the last one, or since they joined. None who's
 * paused. The longest here first.
 */
export async function findUnpaired(db: Executor, without: Without, most: number): Promise<Member[]> {
  const rows = await unpaired(db, without).orderBy('members.created_at').limit(most).execute();
  return rows.map(memberOf);
}

/** Whether it still holds, for one of them. */
export async function isUnpaired(db: Executor, memberId: string, without: Without): Promise<boolean> {
  const row = await unpaired(db, without).where('members.id', '=', memberId).executeTakeFirst();
  return row !== undefined;
}

export async function saveOfferedStep(db: Executor, memberId: string, now: number): Promise<void> {
  await updateMember(db, memberId, { offered_step_at: now });
}

function unpaired(db: Executor, { lostBefore, joinedBefore, now }: Without) {
  const lastLoss = sql<number>`(select max(ended_at) from pairs
    where first_member_id = members.id or second_member_id = members.id)`;
  return db
    .selectFrom('members')
    .selectAll('members')
    .where((member) =>
      member.not(member.or([hasPairAs(member, 'first_member_id'), hasPairAs(member, 'second_member_id')])),
    )
    .where((member) => member.or([member('paused_at', 'is', null), member('paused_until', '<=', now)]))
    .where((member) =>
      member.or([
        member.and([
          sql<boolean>`${lastLoss} <= ${lostBefore}`,
          sql<boolean>`(offered_step_at is null or offered_step_at < ${lastLoss})`,
        ]),
        member.and([
          sql<boolean>`${lastLoss} is null`,
          member('members.created_at', '<=', joinedBefore),
          member('offered_step_at', 'is', null),
        ]),
      ]),
    );
}

function hasPairAs(
  member: ExpressionBuilder<Schema, 'members'>,
  side: 'first_member_id' | 'second_member_id',
) {
  return member.exists(
    member.selectFrom('pairs').select('id').whereRef(side, '=', 'members.id').where('ended_at', 'is', null),
  );
}
