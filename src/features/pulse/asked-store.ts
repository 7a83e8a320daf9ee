import type { Quarter } from '../../calendar/periods.ts';
import { addNew } from '../../db/add-new.ts';
import { among } from '../../db/among.ts';
import type { Executor } from '../../db/schema.ts';
import { hasRhythm, type MemberWithRhythm, memberOf } from '../../people/members/store.ts';

/** Members whom the pulse is about: those with a Monday, who aren't paused. By their id, some hundred at a time. */
interface Looking {
  readonly after: string;
  readonly now: number;
}

const page = 500;

export async function findNotTold(db: Executor, looking: Looking): Promise<readonly MemberWithRhythm[]> {
  const rows = await present(db, looking).where('pulse_asked.member_id', 'is', null).execute();
  return rows.map(memberOf).filter(hasRhythm);
}

/** Those who know what it is since `toldBy`, and haven't been asked in this quarter. */
export async function findNotAsked(
  db: Executor,
  looking: Looking,
  { quarter, toldBy }: { readonly quarter: Quarter; readonly toldBy: number },
): Promise<readonly MemberWithRhythm[]> {
  const rows = await present(db, looking)
    .where('pulse_asked.told_at', '<=', toldBy)
    .where((asked) =>
      asked.or([asked('pulse_asked.quarter', 'is', null), asked('pulse_asked.quarter', '<', quarter)]),
    )
    .execute();
  return rows.map(memberOf).filter(hasRhythm);
}

function present(db: Executor, { after, now }: Looking) {
  return db
    .selectFrom('members')
    .leftJoin('pulse_asked', 'pulse_asked.member_id', 'members.id')
    .selectAll('members')
    .where('members.next_nudge_at', 'is not', null)
    .where((member) => member.or([member('paused_at', 'is', null), member('paused_until', '<=', now)]))
    .where('members.id', '>', after)
    .orderBy('members.id')
    .limit(page);
}

/** Writes down that they're told now. True when they hadn't been. */
export async function markTold(db: Executor, memberId: string, now: number): Promise<boolean> {
  return (await addNew(db, 'pulse_asked', [{ member_id: memberId, told_at: now, quarter: null }])) > 0;
}

/** Writes down that these are asked, and says which of them hadn't been in this quarter. */
export async function markAsked(
  db: Executor,
  memberIds: readonly string[],
  quarter: Quarter,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .updateTable('pulse_asked')
    .set({ quarter })
    .where(among(db, 'member_id', memberIds))
    .where((asked) => asked.or([asked('quarter', 'is', null), asked('quarter', '<', quarter)]))
    .returning('member_id')
    .execute();
  return new Set(rows.map((row) => row.member_id));
}

export interface Asked {
  readonly toldAt: number;
  readonly quarter: Quarter | null;
}

export async function findAsked(db: Executor, memberId: string): Promise<Asked | null> {
  const row = await db
    .selectFrom('pulse_asked')
    .select(['told_at as toldAt', 'quarter'])
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row ?? null;
}
