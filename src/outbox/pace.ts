/**
 * How fast messages may go: one each `intervalMs`. The pace keeps a single instant, when the next message is due by
 * an even rhythm (the generic cell rate algorithm), which any process can carry on from the database.
 */
export interface Pace {
  /** Zero when there is no pace to keep. */
  readonly intervalMs: number;
  /**
   * How much earlier than its rhythm a message may go. Makes up for alarms that ring late, and lets more than one
   * message go at a time only where the interval is shorter than this.
   */
  readonly earlyMs: number;
  /** Whether new messages and changes of messages count as one. */
  readonly isShared: boolean;
}

/** How fast a platform lets itself be asked. */
export interface Allowance {
  /** So many in any `windowMs` milliseconds. */
  readonly count: number;
  readonly windowMs: number;
  /** `method`: so many new messages, and so many changes of messages. `all`: so many of both together. */
  readonly counts: 'method' | 'all';
}

/** For platforms without limits. */
export const unpaced: Allowance = {
  count: Number.MAX_SAFE_INTEGER,
  windowMs: 60_000,
  counts: 'method',
};

/** Far more than the clocks of several hosts differ. */
const staleMs = 60_000;

/**
 * Stays a hundredth below the rate, or 20 ms in a short window, and goes early by less than that adds up to: a limiter
 * that counts over any sliding window is never tripped.
 */
export function paceOf({ count, windowMs, counts }: Allowance): Pace {
  const slackMs = Math.max(windowMs / 100, 20);
  const intervalMs = (windowMs + slackMs) / count;
  const isPaced = intervalMs >= 1;
  return {
    intervalMs: isPaced ? intervalMs : 0,
    earlyMs: Math.min(50, slackMs / 2),
    isShared: counts === 'all',
  };
}

/** From when a message may go. */
export function goesAt(nextFreeAt: number, now: number, pace: Pace): number {
  return Math.ceil(sane(nextFreeAt, now, pace) - pace.earlyMs);
}

/** How many of `wanted` messages may go now. */
export function mayGo(nextFreeAt: number, now: number, pace: Pace, wanted: number): number {
  if (pace.intervalMs === 0) return wanted;
  const room = now + pace.earlyMs - Math.max(sane(nextFreeAt, now, pace), now);
  return room < 0 ? 0 : Math.min(wanted, Math.floor(room / pace.intervalMs) + 1);
}

/** The next free instant, once `count` messages go now. */
export function afterGoing(nextFreeAt: number, now: number, pace: Pace, count: number): number {
  if (count === 0) return nextFreeAt;
  return Math.ceil(Math.max(sane(nextFreeAt, now, pace), now) + count * pace.intervalMs);
}

/** An instant so far ahead was written before the clock was set back: it says nothing about the pace. */
function sane(nextFreeAt: number, now: number, pace: Pace): number {
  return nextFreeAt > now + pace.intervalMs + staleMs ? now : nextFreeAt;
}
