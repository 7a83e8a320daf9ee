import * as v from 'valibot';
import type { Executor } from '../../db/schema.ts';
import { type Figures, type ReleaseKind, shapes } from './release.ts';

export interface Release<Kind extends ReleaseKind> {
  readonly period: string;
  /** The smallest group that they may speak of; the hospital may have set a smaller one since. */
  readonly smallest: number;
  /** Null where they were made for smaller groups than may be shown now. */
  readonly figures: Figures<Kind> | null;
}

/** Everything of a kind that was ever released, the oldest first. */
export async function findReleases<Kind extends ReleaseKind>(
  db: Executor,
  kind: Kind,
  smallest: number,
): Promise<readonly Release<Kind>[]> {
  const rows = await db
    .selectFrom('releases')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('period')
    .execute();
  return rows.map((row) => ({
    period: row.period,
    smallest: row.smallest,
    figures:
      row.smallest < smallest ? null : (v.parse(shapes[kind], JSON.parse(row.figures)) as Figures<Kind>),
  }));
}

/** A release is made once: what stands there stays. */
export async function keepRelease<Kind extends ReleaseKind>(
  db: Executor,
  kind: Kind,
  {
    period,
    figures,
    smallest,
  }: {
    readonly period: string;
    readonly figures: Figures<Kind>;
    readonly smallest: number;
  },
): Promise<void> {
  await db
    .insertInto('releases')
    .values({ kind, period, figures: JSON.stringify(figures), smallest })
    .onConflict((conflict) => conflict.columns(['kind', 'period']).doNothing())
    .execute();
}

/** Of these periods, those that have been released. */
export async function releasedAmong(
  db: Executor,
  kind: ReleaseKind,
  periods: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('releases')
    .select('period')
    .where('kind', '=', kind)
    .where('period', 'in', periods)
    .execute();
  return new Set(rows.map(({ period }) => period));
}
