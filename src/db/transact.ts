import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { doneAfterCommit } from './after-commit.ts';
import { isRepeatable, withCode } from './failures.ts';
import type { Database, Executor } from './schema.ts';

const mostTries = 8;

/**
 * The one place where transactions begin. On PostgreSQL two of them may stand in each other's way, in which case one is
 * undone and done once more: `work` may run several times, so it changes nothing but the database.
 */
export async function transact<T>(db: Database, work: (transaction: Executor) => Promise<T>): Promise<T> {
  const { result, transaction } = await tryUntilDone(db, work);
  await doneAfterCommit(db, transaction);
  return result;
}

async function tryUntilDone<T>(
  db: Database,
  work: (transaction: Executor) => Promise<T>,
): Promise<{ readonly result: T; readonly transaction: Executor }> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db
        .transaction()
        .execute(async (transaction) => ({ result: await work(transaction), transaction }));
    } catch (error) {
      if (tries === mostTries || !isRepeatable(error)) throw withCode(error);
      // Apart from each other, so that they do not meet again.
      await sleep(randomInt(10 * 2 ** tries));
    }
  }
}
