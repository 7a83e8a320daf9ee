import { codeOf, isCutOff } from '../db/failures.ts';
import { within } from '../system/within.ts';

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
export async function inTime<T extends object>(
  work: Promise<T>,
  failedLate: (error: unknown) => void,
): Promise<T> {
  let found: T | null = null;
  const known = work.then((result) => {
    found = result;
  });
  await within(answersWithinMs, known);
  if (found === null) {
    work.catch(failedLate);
    throw new TooLate();
  }
  return found;
}

/** Whether nobody can say if what failed so was done: it goes on, or the database went away and perhaps had it already. */
export function isUndecided(error: unknown): boolean {
  return error instanceof TooLate || isCutOff(codeOf(error));
}
