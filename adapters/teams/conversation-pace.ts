import { isLately } from '../../src/system/lately.ts';

/**
 * How many operations Teams takes in one chat, over any so long a time ("per bot per thread limit"):
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
const windows = [
  { ms: 1000, most: 7 },
  { ms: 2000, most: 8 },
  { ms: 30_000, most: 60 },
  { ms: 3_600_000, most: 1800 },
] as const;

const longestMs = 3_600_000;

/**
 * Keeps to what Teams takes in one chat, as far as this process knows. Answers to what someone did just now are only
 * counted: a person waits for them, and Teams is asked whether it takes one more.
 */
export class ConversationPace {
  private readonly now: () => number;
  /** The instants of the last hour, oldest first; the chat that was used last comes last. */
  private readonly used = new Map<string, number[]>();

  constructor(now: () => number) {
    this.now = now;
  }

  /** Counts an answer. */
  count(conversation: string): void {
    const now = this.now();
    this.forgetBefore(now - longestMs);
    const instants = this.of(conversation, now);
    instants.push(now);
    this.used.delete(conversation);
    this.used.set(conversation, instants);
  }

  /** Zero, and it is counted, when a message may go now; else after how many milliseconds one may. */
  take(conversation: string): number {
    const now = this.now();
    const wait = waitMs(this.of(conversation, now), now);
    if (wait === 0) this.count(conversation);
    return wait;
  }

  private of(conversation: string, now: number): number[] {
    const instants = this.used.get(conversation) ?? [];
    return instants.filter((at) => isLately(at, longestMs, now));
  }

  private forgetBefore(instant: number): void {
    for (const [conversation, instants] of this.used) {
      if ((instants.at(-1) ?? 0) > instant) return;
      this.used.delete(conversation);
    }
  }
}

/** In each window the place of the oldest of its `most` last ones has to become free. */
function waitMs(instants: readonly number[], now: number): number {
  const waits = windows.map(({ ms, most }) => (instants.at(-most) ?? Number.NEGATIVE_INFINITY) + ms - now);
  return Math.max(0, ...waits.filter(Number.isFinite));
}
