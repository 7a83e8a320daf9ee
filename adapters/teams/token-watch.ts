import type { Log } from '../../src/system/logger.ts';
import type { Cloud } from './cloud.ts';
import type { Credentials } from './credentials.ts';
import { networkCode } from './error-code.ts';
import { credentialsRefusedBy, failureOf } from './failures.ts';
import { sayTrouble } from './trouble.ts';

/** The SDK keeps a token until five minutes before its end, so that mostly nobody is asked. */
const confirmAgainMs = 60_000;

/** A refused request right after a new token is not the token's fault. */
const freshMs = 60_000;

export interface WatchParts {
  readonly cloud: Cloud;
  /** Null: local mode, in which there is nothing to watch. */
  readonly credentials: Credentials | null;
  readonly now: () => number;
  readonly log: Log;
}

/**
 * Knows whether Microsoft gives the bot its token: asks at the start, again and again while something is wrong, and
 * whenever the kept one runs out, so that an expired secret is known before the next Monday.
 */
export class TokenWatch {
  private readonly parts: WatchParts;
  private readonly askAgainMs: number;
  private wrong: string | null;
  private renewedAt = Number.NEGATIVE_INFINITY;
  private timer: NodeJS.Timeout | undefined;
  private asking: Promise<void> | null = null;
  private stopped = false;

  constructor(parts: WatchParts, askAgainMs = 15_000) {
    this.parts = parts;
    this.askAgainMs = askAgainMs;
    this.wrong = parts.credentials === null ? null : 'Microsoft has not given the bot a token yet.';
  }

  /** Null when all is well, else what is wrong, for an operator. */
  trouble(): string | null {
    return this.wrong;
  }

  start(): void {
    if (this.parts.credentials !== null) void this.ask('kept');
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** A call failed: whether that is because of the bot's credentials is found out here. */
  heard(error: unknown): void {
    const by = credentialsRefusedBy(error);
    if (by === null || this.stopped || this.parts.credentials === null) return;
    // A token can be withdrawn before its end. When a new one does not help, an operator has to.
    const isWithdrawn = by === 'connector' && this.parts.now() - this.renewedAt > freshMs;
    if (isWithdrawn) return void this.ask('fresh');
    this.isWrong(by, failureOf(error).code);
    this.askLater(this.askAgainMs);
  }

  private ask(how: 'kept' | 'fresh'): Promise<void> {
    this.asking ??= this.askMicrosoft(how).finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  private async askMicrosoft(how: 'kept' | 'fresh'): Promise<void> {
    const { cloud, now, log } = this.parts;
    if (this.stopped) return;
    try {
      await cloud.token(how);
      if (this.wrong !== null) log.info('Microsoft gives the bot its token', { platform: 'teams' });
      this.wrong = null;
      if (how === 'fresh') this.renewedAt = now();
      this.askLater(confirmAgainMs);
    } catch (error) {
      this.isWrong('login', networkCode(error));
      this.askLater(this.askAgainMs);
    }
  }

  private askLater(ms: number): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(this.wrong === null ? 'kept' : 'fresh'), ms);
    this.timer.unref();
  }

  private isWrong(by: 'login' | 'connector', code: string): void {
    const { credentials, log } = this.parts;
    if (credentials === null || this.stopped) return;
    const words = sayTrouble(by, code, credentials);
    if (words !== this.wrong) log.error('Microsoft gives the bot no token', { platform: 'teams', code });
    this.wrong = words;
  }
}
