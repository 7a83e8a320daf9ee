import { isLately } from '../../src/system/lately.ts';
import type { Log } from '../../src/system/logger.ts';
import { type Fault, type Standing, Watch } from '../shared/watch.ts';
import type { Cloud } from './cloud.ts';
import type { Credentials } from './credentials.ts';
import { networkCode } from './error-code.ts';
import { credentialsRefusedBy, failureOf } from './failures.ts';
import { isAboutCredentials, nameOf, sayTrouble } from './trouble.ts';

/** The SDK keeps a token until five minutes before its end, so that mostly nobody is asked. */
const confirmAgainMs = 60_000;

/** A refused request right after a new token is not the token's fault. */
const freshMs = 60_000;

export interface TokenWatchParts {
  readonly cloud: Cloud;
  /** Null: local mode, in which there is nothing to watch. */
  readonly credentials: Credentials | null;
  readonly now: () => number;
  readonly log: Log;
}

/**
 * Knows whether Microsoft gives the bot its token: asks whenever the kept one runs out, so that an expired secret is known
 * before the next Monday.
 */
export class TokenWatch {
  private readonly parts: TokenWatchParts;
  private readonly watch: Watch;
  private renews: 'kept' | 'fresh' = 'kept';
  private renewedAt = Number.NEGATIVE_INFINITY;

  constructor(parts: TokenWatchParts, askAgainMs = 15_000) {
    this.parts = parts;
    this.watch = new Watch({
      ask: () => this.ask(),
      unasked: parts.credentials === null ? null : 'Microsoft has not given the bot a token yet.',
      every: { wellMs: confirmAgainMs, wrongMs: askAgainMs },
      platform: 'teams',
      lines: { wrong: 'Microsoft gives the bot no token', well: 'Microsoft gives the bot its token' },
      log: parts.log,
    });
  }

  /** Null when all is well, else what is wrong, for an operator. */
  trouble(): string | null {
    return this.watch.trouble();
  }

  standing(): Standing {
    return this.watch.standing();
  }

  start(): void {
    if (this.parts.credentials !== null) this.watch.start();
  }

  stop(): void {
    this.watch.stop();
  }

  /** Another secret or certificate has taken the place of the one that the kept token came by. */
  async replaced(): Promise<void> {
    const { cloud, credentials, now, log } = this.parts;
    if (credentials === null || this.watch.trouble() !== null) return this.watch.ask();
    try {
      await cloud.token('fresh');
      this.renewedAt = now();
    } catch (error) {
      // The kept one still does what it can: nobody goes without an answer until its end.
      log.error(`Microsoft gives the bot no token for what ${nameOf[credentials.proof.by]} is now`, {
        platform: 'teams',
        code: networkCode(error),
      });
    }
  }

  /** A call failed: whether that is because of the bot's credentials is found out here. */
  heard(error: unknown): void {
    const { credentials, now } = this.parts;
    const by = credentialsRefusedBy(error);
    if (by === null || credentials === null) return;
    this.renews = 'fresh';
    // A token can be withdrawn before its end. When a new one does not help, an operator has to.
    if (by === 'connector' && !isLately(this.renewedAt, freshMs, now())) {
      void this.watch.ask();
      return;
    }
    const { code } = failureOf(error);
    const isRefusal = by === 'connector' || isAboutCredentials(code);
    this.watch.note({ words: sayTrouble(by, code, credentials), code, isRefusal });
  }

  private async ask(): Promise<Fault | null> {
    const { cloud, credentials, now } = this.parts;
    if (credentials === null) return null;
    const how = this.renews;
    try {
      await cloud.token(how);
      if (how === 'fresh') this.renewedAt = now();
      this.renews = 'kept';
      return null;
    } catch (error) {
      this.renews = 'fresh';
      const code = networkCode(error);
      return {
        words: sayTrouble('login', code, credentials),
        code,
        isRefusal: isAboutCredentials(code),
      };
    }
  }
}
