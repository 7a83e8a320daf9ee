import type { Executor } from '../../db/schema.ts';
import { yearOf } from '../supporters/rules.ts';
import { type Supporter, saveSupporter } from '../supporters/store.ts';

/** One in which they reached out is over: it counts against what they said yes to for this year, and nothing else is kept. */
export async function countTaken(db: Executor, supporter: Supporter, now: number): Promise<void> {
  const year = yearOf(now);
  const before = supporter.offersYear === year ? supporter.offersCount : 0;
  await saveSupporter(db, supporter.id, { offersYear: year, offersCount: before + 1 });
}
