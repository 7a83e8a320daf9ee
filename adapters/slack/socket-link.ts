import { SocketModeReceiver } from '@slack/bolt';
import type { Logger, WebClientOptions } from '@slack/web-api';
import type { Log } from '../../src/system/logger.ts';
import { codeOf, isAboutToken } from './failures.ts';

const helloWithinMs = 15_000;
const goodbyeWithinMs = 1000;
const firstPauseMs = 500;
const longestPauseMs = 15_000;

/**
 * Keeps the Socket Mode connection up. The SDK's own reconnecting waits five seconds after each of Slack's routine
 * refreshes, and ends the process by an unhandled rejection when Slack is away just then: so it is off.
 */
export class SocketLink {
  readonly receiver: SocketModeReceiver;
  private wrong: string | null = 'The Socket Mode connection to Slack is not open yet.';
  private stopped = false;
  private endPause = () => {};
  private readonly log: Log;

  constructor(options: { appToken: string; clientOptions: WebClientOptions; logger: Logger; log: Log }) {
    this.log = options.log;
    this.receiver = new SocketModeReceiver({
      appToken: options.appToken,
      logger: options.logger,
      autoReconnectEnabled: false,
      installerOptions: { clientOptions: options.clientOptions },
      // Handlers answer for their own errors, so what arrives here is a payload that makes no sense.
      processEventErrorHandler: async () => true,
    });
  }

  trouble(): string | null {
    return this.wrong;
  }

  start(): void {
    void this.keepUp();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.endPause();
    const { client } = this.receiver;
    const gone = client.disconnect();
    // The first call asks Slack to close the connection; the second does not wait for it any longer.
    const impatient = setTimeout(() => void client.disconnect(), goodbyeWithinMs);
    await gone;
    clearTimeout(impatient);
  }

  private async keepUp(): Promise<void> {
    let pauseMs = firstPauseMs;
    while (!this.stopped) {
      try {
        await this.connect();
        if (this.stopped) return;
        this.wrong = null;
        pauseMs = firstPauseMs;
        this.log.info('Socket Mode is connected', { platform: 'slack' });
        await this.disconnected();
      } catch (error) {
        this.isWrong(codeOf(error) ?? 'no_connection');
        await this.pause(pauseMs);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
    }
  }

  private async connect(): Promise<void> {
    const { client } = this.receiver;
    const tooLate = setTimeout(() => void client.disconnect(), helloWithinMs);
    try {
      await client.start();
      // Stopping may have come while Slack was telling where to connect.
      if (this.stopped) await client.disconnect();
    } finally {
      clearTimeout(tooLate);
    }
  }

  private disconnected(): Promise<void> {
    return new Promise((resolve) => this.receiver.client.once('disconnected', () => resolve()));
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
    this.log.error('Socket Mode could not connect', { platform: 'slack', code });
    this.wrong = isAboutToken(code)
      ? `Slack refuses SLACK_APP_TOKEN (${code}).`
      : `The Socket Mode connection to Slack is not open (${code}).`;
  }
}
