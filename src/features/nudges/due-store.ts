import { sql } from 'kysely';
import type { IsoWeek } from '../../calendar/iso-week.ts';
import { addNew } from '../../db/add-new.ts';
import { among } from '../../db/among.ts';
import { locksRows } from '../../db/locks.ts';
import type { Executor } from '../../db/schema.ts';
import { inPieces } from '../../outbox/pieces.ts';
import {
  findMembers,
  hasRhythm,
  type Member,
  type MemberWithRhythm,
  memberOf,
} from '../../people/members/store.ts';
import type { Pair } from '../pairing/store.ts';
import type { Cohort } from './cohort.ts';
import type { NudgesNotSentTable } from './table.ts';

/**
 * Members whose instant has come, longest due first, who stay as they are until this transaction is over. `left`: those
 * whom somebody else has in hand at the moment are left out, so that several processes plan side by side.
 */
export async function findDue(
  db: Executor,
  now: number,
  most: number,
  others: 'left' | 'awaited',
): Promise<MemberWithRhythm[]> {
  const rows = await db
    .selectFrom('members')
    .selectAll()
    .where('next_nudge_at', '<=', now)
    .orderBy('next_nudge_at')
    .limit(most)
    .$if(locksRows(db), (rows) => (others === 'left' ? rows.forUpdate().skipLocked() : rows.forUpdate()))
    .execute();
  return rows.map(memberOf).filter(hasRhythm);
}

/**
 * The pairs of many members at once, by the id of the member who reads about them, in the order in which they began.
 * Two who are both among them, as most buddies are on a Monday, are not read a second time.
 */
export async function findPairsOfMany(
  db: Executor,
  members: readonly Member[],
): Promise<ReadonlyMap<string, readonly Pair[]>> {
  const ids = members.map((member) => member.id);
  const ofSide = (side: 'first_member_id' | 'second_member_id') =>
    db
      .selectFrom('pairs')
      .select(['id', 'first_member_id', 'second_member_id', 'started_at'])
      .where('ended_at', 'is', null)
      .where(among(db, side, ids))
      .execute();
  const rows = [...(await ofSide('first_member_id')), ...(await ofSide('second_member_id'))];
  const found = [...new Map(rows.map((row) => [row.id, row])).values()];
  found.sort((one, other) => one.started_at - other.started_at || (one.id < other.id ? -1 : 1));

  const buddies = new Map(members.map((member) => [member.id, member]));
  const others = new Set(found.flatMap((row) => [row.first_member_id, row.second_member_id]));
  for (const id of ids) others.delete(id);
  for (const buddy of await findMembers(db, [...others])) buddies.set(buddy.id, buddy);

  const pairs = new Map<string, Pair[]>(ids.map((id) => [id, []]));
  for (const { id, started_at: startedAt, first_member_id: first, second_member_id: second } of found) {
    for (const [reader, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const buddy = buddies.get(other);
      if (buddy !== undefined) pairs.get(reader)?.push({ id, buddy, startedAt });
    }
  }
  return pairs;
}

/** Moves a cohort on to its next Monday. */
export async function advance(
  db: Executor,
  { members, missed, send, next, nextNudgeAt }: Cohort,
): Promise<void> {
  const lastWeek = send ?? missed.at(-1) ?? null;
  const ids = members.map((member) => member.id);
  await db
    .updateTable('members')
    .set({
      last_week: sql<IsoWeek | null>`coalesce(${lastWeek}, last_week)`,
      next_week: next,
      next_nudge_at: nextNudgeAt,
    })
    .where(among(db, 'id', ids))
    .execute();
}

export async function addNotSent(db: Executor, rows: readonly NudgesNotSentTable[]): Promise<void> {
  for (const piece of inPieces(rows)) await addNew(db, 'nudges_not_sent', piece);
}

/** Everyone who has a rhythm, in pages by their id, for the dry run. */
export async function findMembersAfter(
  db: Executor,
  memberId: string,
  most: number,
): Promise<MemberWithRhythm[]> {
  const rows = await db
    .selectFrom('members')
    .selectAll()
    .where('next_nudge_at', 'is not', null)
    .where('id', '>', memberId)
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(memberOf).filter(hasRhythm);
}

/** Since when the longest due member waits to be planned; null when nobody is due. */
export async function longestDueSince(db: Executor, now: number): Promise<number | null> {
  const row = await db
    .selectFrom('members')
    .select(({ fn }) => fn.min('next_nudge_at').as('since'))
    .where('next_nudge_at', '<=', now)
    .executeTakeFirst();
  return row?.since ?? null;
}
