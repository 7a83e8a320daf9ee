import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { PersonRef } from '../../chat/person.ts';
import { among } from '../../db/among.ts';
import { takeTurn } from '../../db/locks.ts';
import type { Executor } from '../../db/schema.ts';
import { countKeptAsks } from '../../people/kept-asks/store.ts';
import { accountsOfMember } from '../../people/members/account-store.ts';
import { newId } from '../../system/ids.ts';
import type { Pair } from '../pairing/store.ts';

/** Pressing again changes nothing. */
export async function acknowledge(
  db: Executor,
  pairId: string,
  memberId: string,
  week: IsoWeek,
  now: number,
): Promise<void> {
  await db
    .insertInto('acknowledgements')
    .values({ pair_id: pairId, member_id: memberId, week, acknowledged_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes back what this member noted since `since` (epoch milliseconds). False when there was nothing of theirs. */
export async function takeBack(
  db: Executor,
  pairId: string,
  { memberId, week, since }: { readonly memberId: string; readonly week: IsoWeek; readonly since: number },
): Promise<boolean> {
  const deleted = await db
    .deleteFrom('acknowledgements')
    .where('pair_id', '=', pairId)
    .where('member_id', '=', memberId)
    .where('week', '=', week)
    .where('acknowledged_at', '>=', since)
    .executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}

/** Of these pairs and weeks, what this member noted since `since` (epoch milliseconds), as `pairId/week`. */
export async function findNotedBy(
  db: Executor,
  pairIds: readonly string[],
  { memberId, week, since }: { readonly memberId: string; readonly week: IsoWeek; readonly since: number },
): Promise<ReadonlySet<string>> {
  if (pairIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('acknowledgements')
    .select('pair_id')
    .where('pair_id', 'in', pairIds)
    .where('member_id', '=', memberId)
    .where('week', '=', week)
    .where('acknowledged_at', '>=', since)
    .execute();
  return new Set(rows.map((row) => `${row.pair_id}/${week}`));
}

/** Which of these pairs have checked in in these weeks, as `pairId/week`. One tap by either of the two is enough. */
export async function findCheckedIn(
  db: Executor,
  pairIds: readonly string[],
  weeks: readonly IsoWeek[],
): Promise<ReadonlySet<string>> {
  if (pairIds.length === 0 || weeks.length === 0) return new Set();
  const rows = await db
    .selectFrom('acknowledgements')
    .select(['pair_id', 'week'])
    .where('week', 'in', weeks)
    .where(among(db, 'pair_id', pairIds))
    .execute();
  return new Set(rows.map((row) => `${row.pair_id}/${row.week}`));
}

/** How often someone has asked this buddy since `since`, also before they erased themselves and were buddies again. */
export async function countReaches(
  db: Executor,
  { id: pairId, buddy }: Pair,
  { memberId, accounts }: { readonly memberId: string; readonly accounts: readonly PersonRef[] },
  since: number,
): Promise<number> {
  const row = await db
    .selectFrom('reaches')
    .select((select) => select.fn.countAll<number>().as('reaches'))
    .where('pair_id', '=', pairId)
    .where('member_id', '=', memberId)
    .where('reached_at', '>', since)
    .executeTakeFirstOrThrow();
  const of = await accountsOfMember(db, buddy);
  return Number(row.reaches) + (await countKeptAsks(db, accounts, { kind: 'checkin', of, since }));
}

export async function addReach(db: Executor, pairId: string, memberId: string, now: number): Promise<void> {
  await db
    .insertInto('reaches')
    .values({ id: newId(), pair_id: pairId, member_id: memberId, reached_at: now })
    .execute();
}

export async function forgetReachesBefore(db: Executor, instant: number): Promise<void> {
  await db.deleteFrom('reaches').where('reached_at', '<', instant).execute();
}

/**
 * Rows are counted, added to a sum, and deleted: until this transaction is over nobody else does, or two buddies who leave at
 * once would both be counted for the same rows.
 */
export async function lockSums(db: Executor): Promise<void> {
  await takeTurn(db, 'sums');
}

/** Everything of the weeks before `week`: what may be shown of them has been released. */
export async function forgetAcknowledgementsBefore(db: Executor, week: IsoWeek): Promise<void> {
  await db.deleteFrom('acknowledgements').where('week', '<', week).execute();
  await db.deleteFrom('checkin_sums').where('week', '<', week).execute();
}

/** Before a member is erased: what their pairs acknowledged stays in the sums. */
export async function keepCheckinSums(db: Executor, memberId: string): Promise<void> {
  const theirs = await acknowledged(db)
    .where((where) =>
      where.or([where('first_member_id', '=', memberId), where('second_member_id', '=', memberId)]),
    )
    .execute();
  // Their buddies may be counted with another pair: only the one who goes is counted here.
  await addSums(db, theirs, new Set([memberId]));
}

interface Acknowledged {
  readonly week: IsoWeek;
  readonly pair_id: string;
  readonly first_member_id: string;
  readonly second_member_id: string;
}

function acknowledged(db: Executor) {
  return db
    .selectFrom('acknowledgements')
    .innerJoin('pairs', 'pairs.id', 'acknowledgements.pair_id')
    .select(['acknowledgements.week', 'acknowledgements.pair_id', 'first_member_id', 'second_member_id']);
}

/** How many pairs, and how many different people in them, checked in. */
function sumUp(rows: readonly Acknowledged[]): { pairs: number; people: ReadonlySet<string> } {
  return {
    pairs: new Set(rows.map((row) => row.pair_id)).size,
    people: new Set(rows.flatMap((row) => [row.first_member_id, row.second_member_id])),
  };
}

async function addSums(
  db: Executor,
  rows: readonly Acknowledged[],
  counted?: ReadonlySet<string>,
): Promise<void> {
  for (const [week, ofWeek] of Map.groupBy(rows, (row) => row.week)) {
    const { pairs, people } = sumUp(ofWeek);
    const sums = { pairs, people: (counted ?? people).size, acknowledgements: ofWeek.length };
    await db
      .insertInto('checkin_sums')
      .values({ week, ...sums })
      .onConflict((conflict) =>
        conflict.column('week').doUpdateSet((set) => ({
          pairs: set('checkin_sums.pairs', '+', sums.pairs),
          people: set('checkin_sums.people', '+', sums.people),
          acknowledgements: set('checkin_sums.acknowledgements', '+', sums.acknowledgements),
        })),
      )
      .execute();
  }
}

/** The pairs that checked in for a week, and the people in them, folded weeks included. */
export async function countCheckins(db: Executor, week: IsoWeek): Promise<{ pairs: number; people: number }> {
  const live = sumUp(await acknowledged(db).where('acknowledgements.week', '=', week).execute());
  const folded = await db
    .selectFrom('checkin_sums')
    .select(['pairs', 'people'])
    .where('week', '=', week)
    .executeTakeFirst();
  return { pairs: live.pairs + (folded?.pairs ?? 0), people: live.people.size + (folded?.people ?? 0) };
}
