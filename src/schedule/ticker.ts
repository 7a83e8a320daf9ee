import { schedule } from 'node-cron';
import { type Clock, uptime } from '../system/clock.ts';
import { isLately } from '../system/lately.ts';
import { type Log, loggedError } from '../system/logger.ts';
import type { Metrics } from '../system/metrics.ts';

/** Something that looks into the database for what is due, and does it. */
export interface Job {
  readonly name: string;
  /** Not more often than this, in milliseconds; 0 for every tick. */
  readonly everyMs: number;
  run(now: number): Promise<void>;
}

export interface Ticker {
  start(): void;
  /** Runs everything that is due by now, one after the other. For the first moment of a start, and for tests. */
  tick(): Promise<void>;
  /** Waits for a tick that is running. */
  stop(): Promise<void>;
}

export interface TickerParts {
  /** Tells it from others in the same process. */
  readonly name: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Three times a minute: a nudge goes out well within a minute of its time. */
const alarm = '*/20 * * * * *';

/**
 * node-cron is only the alarm clock: each job asks the database what is due, so a tick that was lost, or that comes
 * twice, changes nothing. A job that fails is logged and tried again at the next tick.
 */
export function createTicker(jobs: readonly Job[], { name, clock, log, metrics }: TickerParts): Ticker {
  const lastRun = new Map<string, number>();
  let running: Promise<void> | null = null;
  let task: ReturnType<typeof schedule> | null = null;

  async function runAll(): Promise<void> {
    const startedAt = uptime.now();
    const failed: string[] = [];
    for (const job of jobs) {
      const now = clock.now();
      const last = lastRun.get(job.name);
      if (last !== undefined && isLately(last, job.everyMs, now)) continue;
      lastRun.set(job.name, now);
      try {
        await job.run(now);
      } catch (error) {
        lastRun.delete(job.name);
        failed.push(job.name);
        log.error('a job failed and will be tried again', { job: job.name, error: loggedError(error) });
      }
    }
    metrics.ticked(name, uptime.now() - startedAt, failed);
  }

  function tick(): Promise<void> {
    running ??= runAll().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    start() {
      task = schedule(alarm, tick);
      void tick();
    },
    tick,
    async stop() {
      await task?.destroy();
      await running;
    },
  };
}
