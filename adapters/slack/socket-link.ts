import type { App, Receiver } from '@slack/bolt';
import type { Log } from '../../src/system/logger.ts';
import type { Secret } from '../../src/system/secret.ts';
import { accepted, refusedFor, type Standing, unconfirmed } from '../shared/watch.ts';
import { codeOf, isAboutToken } from './failures.ts';
import { type ConnectionOptions, SocketConnection } from './socket-connection.ts';

/** The first try comes at once, and so does one after a connection that has held for a while (milliseconds). */
const firstPauseMs = 500;
const longestPauseMs = 15_000;
const holdsMs = 5_000;

/** What came in by the old connection is answered there, within Slack's three seconds. */
const lingerMs = 4_000;

interface LinkOptions extends Omit<ConnectionOptions, 'appToken'> {
  readonly appToken: Secret;
  readonly log: Log;
}

/**
 * Keeps a Socket Mode connection up. When Slack asks to connect again, as it does every few hours, the next one is open
 * before the old one closes, so that there is always one on which people are heard.
 */
export class SocketLink implements Receiver {
  private wrong: string | null = 'The Socket Mode connection to Slack is not open yet.';
  private known: Standing = unconfirmed;
  private stopped = false;
  private endPause = () => {};
  private app: App | null = null;
  private readonly held = new Set<SocketConnection>();
  private readonly options: LinkOptions;
  /** Resolves when the next connection is to be opened with another token. */
  private replacing = Promise.withResolvers<void>();

  constructor(options: LinkOptions) {
    this.options = options;
    options.appToken.hear({ replaced: () => this.replaced() });
  }

  init(app: App): void {
    this.app = app;
  }

  trouble(): string | null {
    return this.wrong;
  }

  /** Whether Slack accepts SLACK_APP_TOKEN, as it said last. */
  standing(): Standing {
    return this.known;
  }

  async start(): Promise<void> {
    if (this.app !== null) void this.keepUp(this.app);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.endPause();
    await Promise.all([...this.held].map((connection) => connection.close()));
  }

  private async keepUp(app: App): Promise<void> {
    let pauseMs = firstPauseMs;
    while (!this.stopped) {
      const used = this.options.appToken.value;
      const next = new SocketConnection(app, { ...this.options, appToken: used });
      this.held.add(next);
      try {
        await next.open();
        if (this.stopped) return;
        this.takesOver(next);
        const holds = setTimeout(() => {
          pauseMs = 0;
        }, holdsMs);
        // Where another came while it was opening, it has had its day already.
        if (this.options.appToken.value === used) await Promise.race([next.leaving, this.replacing.promise]);
        clearTimeout(holds);
      } catch (error) {
        this.held.delete(next);
        const code = codeOf(error) ?? 'no_connection';
        if (isAboutToken(code) && this.options.appToken.insteadOf(used) !== null) continue;
        this.isWrong(code);
      }
      if (this.options.appToken.value !== used) continue;
      await this.pause(pauseMs);
      pauseMs = Math.min(Math.max(firstPauseMs, pauseMs * 2), longestPauseMs);
    }
  }

  /** The old connection goes on until the new token has brought about another. */
  private replaced(): void {
    this.replacing.resolve();
    this.replacing = Promise.withResolvers();
    this.endPause();
  }

  private takesOver(next: SocketConnection): void {
    this.wrong = null;
    this.known = accepted;
    this.options.log.info('Socket Mode is connected', { platform: 'slack' });
    for (const connection of this.held) {
      if (connection !== next) connection.closeAfter(lingerMs, () => this.held.delete(connection));
    }
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.stopped ? 0 : ms);
      this.endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private isWrong(code: string): void {
    if (this.stopped) return;
    this.options.log.error('Socket Mode could not connect', { platform: 'slack', code });
    this.known = isAboutToken(code) ? refusedFor(code) : unconfirmed;
    this.wrong = isAboutToken(code)
      ? `Slack refuses SLACK_APP_TOKEN (${code}).`
      : `The Socket Mode connection to Slack is not open (${code}).`;
  }
}
