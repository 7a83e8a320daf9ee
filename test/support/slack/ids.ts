import { randomBytes } from 'node:crypto';

export interface Ids {
  /** A message timestamp: unique and increasing, as Slack's serve for identity and order at once. */
  ts(): string;
  /** An id such as `V0K3J9A2`. */
  next(prefix: string): string;
  trigger(): string;
}

/**
 * Makes the ids of one workspace. They carry something random of this run, because a program that remembers event
 * and trigger ids must not take those of a second stand-in for repetitions of the first one's.
 */
export function createIds(): Ids {
  const run = randomBytes(4).toString('hex').toUpperCase();
  let count = 0;
  let micros = 0;
  return {
    ts() {
      micros = Math.max(micros + 1, Date.now() * 1000);
      return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;
    },
    next(prefix) {
      count += 1;
      return `${prefix}0${run}${count.toString(36).toUpperCase()}`;
    },
    trigger() {
      count += 1;
      return `${Date.now()}.${count}.${run.toLowerCase()}${randomBytes(12).toString('hex')}`;
    },
  };
}
