import { isLately } from '../../src/system/lately.ts';
import type { Log } from '../../src/system/logger.ts';

/** Why a request is turned away. */
export interface Refusal {
  /** From a fixed list: it's a label of a number. */
  readonly code: string;
  /** For the log: a constant. */
  readonly message: string;
  /** What's wrong here when nothing else ever comes, for an operator; null for what any stranger may send. */
  readonly alone: string | null;
}

/** Whatever the number of requests, a line of each code is logged no more often than this (milliseconds). */
const logAgainMs = 60_000;

/** Without another refusal, what was refused is of no account after this (milliseconds). */
const forgetAfterMs = 5 * 60_000;

/** Keeps an account of what a door turns away, so that a wrong secret doesn't look like nobody ever writing. */
export class Gate {
  private readonly platform: string;
  private readonly log: Log;
  private readonly now: () => number;
  private readonly count: (code: string) => void;
  private readonly unlogged = new Map<string, { count: number; loggedAt: number }>();
  private everAdmitted = false;
  private last: { readonly alone: string; readonly at: number } | null = null;

  constructor(parts: {
    readonly platform: string;
    readonly log: Log;
    /** The real time, in epoch milliseconds. */
    readonly now: () => number;
    readonly count: (code: string) => void;
  }) {
    this.platform = parts.platform;
    this.log = parts.log;
    this.now = parts.now;
    this.count = parts.count;
  }

  /** A request was the platform's own. */
  admitted(): void {
    this.everAdmitted = true;
    this.last = null;
  }

  refused({ code, message, alone }: Refusal): void {
    this.count(code);
    if (alone !== null && !this.everAdmitted) this.last = { alone, at: this.now() };
    const { count, loggedAt } = this.unlogged.get(code) ?? { count: 0, loggedAt: Number.NEGATIVE_INFINITY };
    const isTime = !isLately(loggedAt, logAgainMs, this.now());
    if (isTime) this.log.warn(message, { platform: this.platform, code, count: count + 1 });
    this.unlogged.set(code, isTime ? { count: 0, loggedAt: this.now() } : { count: count + 1, loggedAt });
  }

  /** What's wrong here, in words for an operator, while nothing but refusals has come since the start. */
  doubt(): string | null {
    return this.last !== null && this.now() - this.last.at < forgetAfterMs ? this.last.alone : null;
  }
}
