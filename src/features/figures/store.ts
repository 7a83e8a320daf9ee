import * as v from 'valibot';
import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { Executor } from '../../db/schema.ts';
import { outcomes, type ShownAccount } from './rules.ts';

/** What is shown of a week that is over. */
export interface EndedWeek {
  /** Null when too few members were due. */
  readonly account: ShownAccount | null;
  readonly pairs: number | null;
}

const outcome = v.picklist(outcomes);
const shape = v.object({
  account: v.nullable(
    v.variant('type', [
      v.object({
        type: v.literal('groups'),
        eligible: v.number(),
        shown: v.array(v.object({ outcome, members: v.number() })),
        together: v.number(),
      }),
      v.object({ type: v.literal('nearly-all'), eligible: v.number(), outcome }),
    ]),
  ),
  pairs: v.nullable(v.number()),
});

/** The weeks' figures as they were written down; nothing of those that were for smaller groups than may be shown now. */
export async function findEnded(
  db: Executor,
  weeks: readonly IsoWeek[],
  smallest: number,
): Promise<ReadonlyMap<IsoWeek, EndedWeek>> {
  const rows = await db.selectFrom('week_figures').selectAll().where('week', 'in', weeks).execute();
  const nothing: EndedWeek = { account: null, pairs: null };
  return new Map(
    rows.map((row) => [row.week, row.smallest < smallest ? nothing : v.parse(shape, JSON.parse(row.shown))]),
  );
}

/** A week is written down once: what stands there stays. */
export async function keepEnded(
  db: Executor,
  week: IsoWeek,
  ended: EndedWeek,
  smallest: number,
): Promise<void> {
  await db
    .insertInto('week_figures')
    .values({ week, shown: JSON.stringify(ended), smallest })
    .onConflict((conflict) => conflict.column('week').doNothing())
    .execute();
}
