import type { Clock } from '../system/clock.ts';
import type { Log } from '../system/logger.ts';
import type { Job } from './ticker.ts';

/** Clocks that are kept right by small steps never come near this (milliseconds). */
const jumpMs = 60_000;

/**
 * Compares the clock with one that nobody can set. When they have moved apart, the time was set, or the machine slept:
 * what was due meanwhile goes out now, or, after a step back, what has been done is not done again.
 */
export function watchClock(clock: Clock, uptime: Clock, log: Log): Job {
  let apart = clock.now() - uptime.now();
  return {
    name: 'watch the clock',
    everyMs: 0,
    async run() {
      const now = clock.now() - uptime.now();
      const ms = Math.round(now - apart);
      apart = now;
      if (ms > jumpMs)
        log.warn(
          'the clock jumped forward: the machine slept or its time was set, and what came due goes out now',
          { ms },
        );
      if (ms < -jumpMs)
        log.warn('the clock jumped back: what is due waits until its time comes again', { ms });
    },
  };
}
