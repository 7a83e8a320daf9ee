import type { Database, Executor } from './schema.ts';

type Work = (db: Database) => Promise<void>;

const waiting = new WeakMap<Executor, Work[]>();

/** Done once this transaction is committed, in the order of the calls; not at all when it is undone. */
export function afterCommit(transaction: Executor, work: Work): void {
  waiting.set(transaction, [...(waiting.get(transaction) ?? []), work]);
}

export async function doneAfterCommit(db: Database, transaction: Executor): Promise<void> {
  for (const work of waiting.get(transaction) ?? []) await work(db);
}
