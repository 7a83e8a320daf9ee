import {
  type HalfYear,
  halfYearOf,
  isWithinMonths,
  type Quarter,
  quarterOf,
} from '../../calendar/periods.ts';
import { takeTurn } from '../../db/locks.ts';
import type { Executor } from '../../db/schema.ts';
import type { PairEvent, PairOrigin, PairSumsTable } from './table.ts';

export type PairSums = Readonly<Partial<Record<PairSumsTable['event'], number>>>;

/** Ages at which it's told how many pairs of a half-year are still together. */
export const ages = [3, 6, 12] as const;

/**
 * The half-years before this one of which the pairs are counted: until the last of them have been together for a year, and the
 * half year after that in which it can still be told.
 */
export const halfYearsCounted = 4;

/** In the transaction in which a pair begins. */
export async function countStarted(db: Executor, origin: PairOrigin, now: number): Promise<void> {
  await add(db, [
    { period: quarterOf(now), event: origin },
    { period: halfYearOf(now), event: origin },
  ]);
}

/** In the transaction in which a pair that was in force ends. */
export async function countEnded(db: Executor, startedAt: number, now: number): Promise<void> {
  const age = ages.find((months) => isWithinMonths(startedAt, now, months));
  await add(db, [
    { period: quarterOf(now), event: 'ended' },
    ...(age === undefined ? [] : [{ period: halfYearOf(startedAt), event: `ended-${age}` as const }]),
  ]);
}

export async function findPairSums(db: Executor, period: Quarter | HalfYear): Promise<PairSums> {
  const rows = await db
    .selectFrom('pair_sums')
    .select(['event', 'count'])
    .where('period', '=', period)
    .execute();
  return Object.fromEntries(rows.map(({ event, count }) => [event, count]));
}

/** The pairs that are in force now. */
export async function countPairs(db: Executor): Promise<number> {
  const { pairs } = await db
    .selectFrom('pairs')
    .select((select) => select.fn.countAll<number>().as('pairs'))
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(pairs);
}

/** Everything that may be told of earlier ones has been released. */
export async function forgetPairSumsBefore(
  db: Executor,
  { quarter, halfYear }: { readonly quarter: Quarter; readonly halfYear: HalfYear },
): Promise<void> {
  await db
    .deleteFrom('pair_sums')
    .where((row) =>
      row.or([
        row.and([row('period', 'like', '%-Q_'), row('period', '<', quarter)]),
        row.and([row('period', 'like', '%-H_'), row('period', '<', halfYear)]),
      ]),
    )
    .execute();
}

/** The sums are a turn of their own, so that two who begin at once don't wait for each other twice. */
async function add(
  db: Executor,
  events: readonly { readonly period: Quarter | HalfYear; readonly event: PairEvent }[],
): Promise<void> {
  await takeTurn(db, 'pair sums');
  for (const event of events)
    await db
      .insertInto('pair_sums')
      .values({ ...event, count: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['period', 'event'])
          .doUpdateSet((sum) => ({ count: sum('pair_sums.count', '+', 1) })),
      )
      .execute();
}
