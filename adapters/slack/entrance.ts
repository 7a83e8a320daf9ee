import type { Receiver } from '@slack/bolt';
import type { Logger, WebClientOptions } from '@slack/web-api';
import type { HttpMount } from '../../src/chat/adapter.ts';
import type { Log } from '../../src/system/logger.ts';
import type { Secret } from '../../src/system/secret.ts';
import type { Gate } from '../shared/gate.ts';
import type { InFlight } from '../shared/in-flight.ts';
import { accepted, type Standing } from '../shared/watch.ts';
import { eventsPath, HttpDoor } from './http-door.ts';
import { SocketLink } from './socket-link.ts';
import { dispatcherFor, type WayOut } from './way-out.ts';

/** Where Slack's requests come in: our HTTP port, or a connection that we open. */
export interface Entrance {
  readonly receiver: Receiver;
  open(http: HttpMount): void;
  /** Nothing new is let in; what came in can still be answered. */
  turnAway(): void;
  close(): Promise<void>;
  trouble(): string | null;
  /** Whether Slack accepts what this way in takes beside the bot token. The signing secret can't be tried. */
  standing(): Standing;
  /** What may be wrong, as far as strangers' requests can tell. */
  doubt(): string | null;
}

export function createEntrance(
  options: {
    readonly signingSecret: Secret | null;
    readonly appToken: Secret | null;
    readonly wayOut: WayOut;
    readonly now: () => number;
    readonly log: Log;
  },
  logger: Logger,
  clientOptions: WebClientOptions,
  inFlight: InFlight,
  gate: Gate,
): Entrance {
  const { appToken, signingSecret, wayOut, now, log } = options;
  if (appToken !== null) {
    const dispatcher = wayOut.httpsProxy === null ? undefined : dispatcherFor(wayOut);
    const link = new SocketLink({ appToken, clientOptions, dispatcher, logger, log });
    return {
      receiver: link,
      open: () => void link.start(),
      turnAway() {},
      close: async () => {
        await link.stop();
        await dispatcher?.destroy();
      },
      trouble: () => link.trouble(),
      standing: () => link.standing(),
      doubt: () => null,
    };
  }
  if (signingSecret === null)
    throw new Error('Slack needs SLACK_SIGNING_SECRET, or SLACK_APP_TOKEN for Socket Mode');
  const door = new HttpDoor({ signingSecret, inFlight, gate, now });
  return {
    receiver: door,
    open: (http) => http.post(eventsPath, door.terms, door.handle),
    turnAway: () => door.close(),
    close: async () => {},
    trouble: () => null,
    standing: () => accepted,
    doubt: () => gate.doubt(),
  };
}
