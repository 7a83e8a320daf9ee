import { transact } from '../db/transact.ts';
import { followClockBack, noticedMs } from './clock-store.ts';
import { expireOverdue } from './expire-store.ts';
import type { RoundParts } from './round.ts';
import type { OnUndelivered } from './undelivered.ts';

const everyMs = 1_000;

/** What is looked after in all workspaces at once, before their rounds: a clock that was set back, and what is of no use any more. */
export function createUpkeep(
  { db, clock, log, metrics }: Pick<RoundParts, 'db' | 'clock' | 'log' | 'metrics'>,
  onUndelivered: OnUndelivered,
): () => Promise<void> {
  let clockStoodAt = Number.NEGATIVE_INFINITY;
  let sweptAt = 0;

  async function followClock(): Promise<void> {
    const [before, now] = [clockStoodAt, clock.now()];
    if (now < before - noticedMs) {
      await transact(db, (transaction) => followClockBack(transaction, { before, now }));
      log.warn('the clock was set back: what it had put off has been called back', { ms: before - now });
    }
    clockStoodAt = now;
  }

  async function sweep(): Promise<void> {
    const now = clock.now();
    if (Math.abs(now - sweptAt) < everyMs) return;
    sweptAt = now;
    const expired = await transact(db, (transaction) => expireOverdue(transaction, now, onUndelivered));
    if (expired === 0) return;
    metrics.expired(expired);
    log.warn('messages were not sent while they were of use', { count: expired });
  }

  return async () => {
    await followClock();
    await sweep();
  };
}
