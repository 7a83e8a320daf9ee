import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { Executor } from '../../db/schema.ts';

/** Something between two buddies, by one of them. */
export interface Between {
  readonly buddy: string;
  readonly byMe: boolean;
  readonly at: number;
}

export interface HeldCheckin extends Between {
  readonly week: IsoWeek;
}

/** The names of a member's buddies, by the id of the pair. */
type Names = ReadonlyMap<string, { readonly name: string }>;

/** What was noted in these pairs, by whichever of the two. */
export async function findCheckinsOf(db: Executor, memberId: string, pairs: Names): Promise<HeldCheckin[]> {
  if (pairs.size === 0) return [];
  const rows = await db
    .selectFrom('acknowledgements')
    .selectAll()
    .where('pair_id', 'in', [...pairs.keys()])
    .orderBy('acknowledged_at')
    .execute();
  return rows.map((row) => ({
    buddy: pairs.get(row.pair_id)?.name ?? '',
    byMe: row.member_id === memberId,
    at: row.acknowledged_at,
    week: row.week,
  }));
}

/** What was asked for in these pairs, by whichever of the two. */
export async function findReachesOf(db: Executor, memberId: string, pairs: Names): Promise<Between[]> {
  if (pairs.size === 0) return [];
  const rows = await db
    .selectFrom('reaches')
    .selectAll()
    .where('pair_id', 'in', [...pairs.keys()])
    .orderBy('reached_at')
    .execute();
  return rows.map((row) => ({
    buddy: pairs.get(row.pair_id)?.name ?? '',
    byMe: row.member_id === memberId,
    at: row.reached_at,
  }));
}

/** Sums of weeks before `week`, to which nothing is added any more, and which would be shown to nobody. */
export async function forgetSmallSums(db: Executor, week: IsoWeek, smallestGroup: number): Promise<void> {
  await db.deleteFrom('checkin_sums').where('week', '<', week).where('people', '<', smallestGroup).execute();
}
