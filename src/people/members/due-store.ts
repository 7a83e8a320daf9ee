import { sql } from 'kysely';
import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { Platform } from '../../chat/person.ts';
import { among } from '../../db/among.ts';
import { locksRows } from '../../db/locks.ts';
import type { Executor } from '../../db/schema.ts';
import type { Schedule } from './rules.ts';
import { hasRhythm, type MemberWithRhythm, memberOf } from './store.ts';

/**
 * Members whose instant has come, longest due first, who stay as they are until this transaction is over. `left`: those
 * that someone else has in hand at the moment are left out, so that several processes plan side by side.
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

/** Moves members who share their Mondays on to the next one. `lastWeek` is null when none is accounted for. */
export async function moveOn(
  db: Executor,
  memberIds: readonly string[],
  { lastWeek, nextWeek, nextNudgeAt }: Schedule & { readonly lastWeek: IsoWeek | null },
): Promise<void> {
  await db
    .updateTable('members')
    .set({
      last_week: sql<IsoWeek | null>`coalesce(${lastWeek}, last_week)`,
      next_week: nextWeek,
      next_nudge_at: nextNudgeAt,
    })
    .where(among(db, 'id', memberIds))
    .execute();
}

/** Everyone who has a rhythm, by their id, some hundred at a time: a hospital of any size fits into memory. */
export async function* membersByPage(db: Executor): AsyncGenerator<readonly MemberWithRhythm[]> {
  let last = '';
  for (;;) {
    const members = await findMembersAfter(db, last);
    if (members.length === 0) return;
    yield members;
    last = members.at(-1)?.id ?? last;
  }
}

const page = 500;

async function findMembersAfter(db: Executor, memberId: string): Promise<MemberWithRhythm[]> {
  const rows = await db
    .selectFrom('members')
    .selectAll()
    .where('next_nudge_at', 'is not', null)
    .where('id', '>', memberId)
    .orderBy('id')
    .limit(page)
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

/** The same for each platform on which someone is due. */
export async function longestDueOnEach(db: Executor, now: number): Promise<ReadonlyMap<Platform, number>> {
  // Mostly nobody is due, which the index alone tells: for the groups, the database may go through all members.
  if ((await longestDueSince(db, now)) === null) return new Map();
  const rows = await db
    .selectFrom('members')
    .select(({ fn }) => ['platform', fn.min('next_nudge_at').as('since')])
    .where('next_nudge_at', '<=', now)
    .groupBy('platform')
    .execute();
  return new Map(rows.map(({ platform, since }) => [platform, since ?? now]));
}
