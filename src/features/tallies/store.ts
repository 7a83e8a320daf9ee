import * as v from 'valibot';
import { takeTurn } from '../../db/locks.ts';
import type { Executor } from '../../db/schema.ts';
import { type Counted, countedNames, kindName, type Released, released, type Sums } from './rules.ts';

/** One more of each. The sums are a turn of their own, so that two who close at once don't wait for each other twice. */
export async function count(db: Executor, names: readonly (Counted | `kind:${string}`)[]): Promise<void> {
  await takeTurn(db, 'support sums');
  for (const name of names) {
    await db
      .insertInto('support_sums')
      .values({ name, count: 1 })
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet((sum) => ({ count: sum('support_sums.count', '+', 1) })),
      )
      .execute();
  }
}

/** Freezes a batch, when there's enough for one. In a transaction. */
export async function releaseBatch(db: Executor, smallestGroup: number): Promise<void> {
  // Nothing is counted between what's read and what's taken away, and nobody else releases the same.
  await takeTurn(db, 'support sums');
  const batch = released(await readSums(db), smallestGroup);
  if (batch === null) return;
  const last = await db
    .selectFrom('support_batches')
    .select((select) => select.fn.max('number').as('number'))
    .executeTakeFirst();
  await db
    .insertInto('support_batches')
    .values({ number: Number(last?.number ?? 0) + 1, figures: JSON.stringify(batch) })
    .execute();
  const said = Object.keys(batch.kinds ?? {}).map(kindName);
  await db
    .deleteFrom('support_sums')
    .where('name', 'in', [...countedNames, ...said])
    .execute();
}

async function readSums(db: Executor): Promise<Sums> {
  const rows = await db.selectFrom('support_sums').selectAll().execute();
  return Object.fromEntries(rows.map(({ name, count }) => [name, Number(count)]));
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
