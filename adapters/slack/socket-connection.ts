import { type App, SocketModeReceiver } from '@slack/bolt';
import type { Logger, WebClientOptions } from '@slack/web-api';
import type { Dispatcher } from 'undici';

export interface ConnectionOptions {
  readonly appToken: string;
  readonly clientOptions: WebClientOptions;
  /** The way through a proxy, where there is one. */
  readonly dispatcher: Dispatcher | undefined;
  readonly logger: Logger;
}

const helloWithinMs = 15_000;
const goodbyeWithinMs = 500;

/**
 * One of Slack's Socket Mode connections, from hello to goodbye. The SDK's own reconnecting leaves a gap of seconds at each
 * of Slack's routine refreshes, and ends the process by an unhandled rejection when Slack is away just then: so it is off.
 */
export class SocketConnection {
  /** Resolves when another one has to take over: Slack has asked for it, while this one still works; or this one broke. */
  readonly leaving: Promise<void>;
  private readonly receiver: SocketModeReceiver;
  private isClosed = false;
  private closeLater: NodeJS.Timeout | undefined;

  constructor(app: App, { appToken, clientOptions, dispatcher, logger }: ConnectionOptions) {
    this.receiver = new SocketModeReceiver({
      appToken,
      ...(dispatcher === undefined ? {} : { dispatcher }),
      logger,
      autoReconnectEnabled: false,
      installerOptions: { clientOptions: { ...clientOptions } },
      // Handlers answer for their own errors, so what arrives here is a payload that makes no sense.
      processEventErrorHandler: async () => true,
    });
    this.receiver.init(app);
    const { client } = this.receiver;
    this.leaving = new Promise((resolve) => {
      client.once('disconnected', () => resolve());
      // The SDK would close at once, and what is being answered could not be acknowledged any more.
      const listeners = client.listeners('ws_message');
      client.removeAllListeners('ws_message');
      client.on('ws_message', (data: unknown, isBinary: boolean) => {
        if (asksToLeave(data)) resolve();
        else for (const listen of listeners) listen(data, isBinary);
      });
    });
  }

  /** Resolves with Slack's hello; rejects when it does not come. */
  async open(): Promise<void> {
    const { client } = this.receiver;
    const tooLate = setTimeout(() => void client.disconnect(), helloWithinMs);
    try {
      await client.start();
      // Closing may have come while Slack was telling where to connect.
      if (this.isClosed) await client.disconnect();
    } finally {
      clearTimeout(tooLate);
    }
  }

  closeAfter(ms: number, closed: () => void): void {
    this.closeLater ??= setTimeout(() => void this.close().then(closed), ms);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.closeLater);
    const { client } = this.receiver;
    const gone = client.disconnect();
    // The first call says goodbye; the second does not wait any longer for Slack, which leaves the connection open.
    const impatient = setTimeout(() => void client.disconnect(), goodbyeWithinMs);
    await gone;
    clearTimeout(impatient);
  }
}

/** https://docs.slack.dev/apis/events-api/using-socket-mode#disconnect: the connection is closed some seconds later. */
function asksToLeave(data: unknown): boolean {
  // A substring is quicker to look for than every envelope to parse twice.
  if (typeof data !== 'string' || !data.includes('"disconnect"')) return false;
  try {
    const { type, reason } = JSON.parse(data) as { readonly type?: unknown; readonly reason?: unknown };
    return type === 'disconnect' && (reason === 'warning' || reason === 'refresh_requested');
  } catch {
    return false;
  }
}
