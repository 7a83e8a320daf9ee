import * as v from 'valibot';
import { takeTurn } from '../../db/locks.ts';
import type { Executor } from '../../db/schema.ts';
import { type Counted, countedNames, kindName, merged, type Released, released } from './rules.ts';
import { type Counting, readSums, replaceSums, sumsTurn } from './sums-store.ts';

/** One more of each. The sums are a turn of their own, so that two who close at once don't wait for each other twice. */
export async function count(
  counting: Counting,
  names: readonly (Counted | `kind:${string}`)[],
): Promise<void> {
  await takeTurn(counting.db, sumsTurn);
  const kept = await readSums(counting);
  const more = Object.fromEntries(names.map((name) => [name, 1]));
  await replaceSums(counting, kept, merged([kept.sums, more]));
}

/** Freezes a batch, when there's enough for one. In a transaction. */
export async function releaseBatch(counting: Counting, smallestGroup: number): Promise<void> {
  const { db } = counting;
  // Nothing is counted between what's read and what's taken away, and nobody else releases the same.
  await takeTurn(db, sumsTurn);
  const kept = await readSums(counting);
  const batch = released(kept.sums, smallestGroup);
  if (batch === null) return;
  const last = await db
    .selectFrom('support_batches')
    .select((select) => select.fn.max('number').as('number'))
    .executeTakeFirst();
  await db
    .insertInto('support_batches')
    .values({ number: Number(last?.number ?? 0) + 1, figures: JSON.stringify(batch) })
    .execute();
  const said = new Set([...countedNames, ...Object.keys(batch.kinds ?? {}).map(kindName)]);
  const rest = Object.entries(kept.sums).filter(([name]) => !said.has(name));
  await replaceSums(counting, kept, Object.fromEntries(rest));
}

/** All batches, the oldest first. */
export async function findBatches(db: Executor): Promise<readonly Released[]> {
  const rows = await db.selectFrom('support_batches').select('figures').orderBy('number').execute();
  return rows.map(({ figures }) => v.parse(batch, JSON.parse(figures)));
}

const batch = v.object({
  counted: v.object(
    Object.fromEntries(countedNames.map((name) => [name, v.number()])) as Record<
      Counted,
      v.NumberSchema<undefined>
    >,
  ),
  kinds: v.nullable(v.record(v.string(), v.number())),
});
