import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { Executor } from '../../db/schema.ts';
import type { Ask } from '../../people/kept-asks/store.ts';
import { findMembers } from '../../people/members/store.ts';

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

/** Which buddies a member has asked for a check-in since `since`, and when. */
export async function findReachAsks(db: Executor, memberId: string, since: number): Promise<readonly Ask[]> {
  const rows = await db
    .selectFrom('reaches')
    .innerJoin('pairs', 'pairs.id', 'reaches.pair_id')
    .select(['first_member_id', 'second_member_id', 'reached_at as at'])
    .where('member_id', '=', memberId)
    .where('reached_at', '>=', since)
    .execute();
  const members = await findMembers(
    db,
    rows.flatMap((row) => [row.first_member_id, row.second_member_id]),
  );
  const askedIn = (row: (typeof rows)[number]) =>
    members.filter(
      ({ id }) => id !== memberId && (id === row.first_member_id || id === row.second_member_id),
    );
  return rows.flatMap((row) => askedIn(row).map(({ person }) => ({ of: person, at: row.at })));
}
