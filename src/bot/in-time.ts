import { codeOf, isCutOff } from '../db/failures.ts';
import { tooLate, within } from '../system/within.ts';

/**
 * Nobody is left without a word for longer than this, whatever the database is waiting for (milliseconds). A little more
 * than a lock is waited for, and less than Teams waits for an answer.
 */
const answersWithinMs = 12_000;

class TooLate extends Error {
  override readonly name = 'TooLate';
}

/**
 * What `work` comes to; rejects when that takes too long. It then goes on all the same, and may still come to something:
 * `failedLate` hears when it does not.
 */
export async function inTime<T>(work: Promise<T>, failedLate: (error: unknown) => void): Promise<T> {
  const result = await within(answersWithinMs, work, tooLate);
  if (result !== tooLate) return result;
  work.catch(failedLate);
  throw new TooLate();
}

/** Whether nobody can say if what failed so was done: it goes on, or the database went away and perhaps had it already. */
export function isUndecided(error: unknown): boolean {
  return error instanceof TooLate || isCutOff(codeOf(error));
}
