import type { Receiver } from '@slack/bolt';
import type { Logger, WebClientOptions } from '@slack/web-api';
import type { HttpMount } from '../../src/chat/adapter.ts';
import type { Log } from '../../src/system/logger.ts';
import { Gate } from '../shared/gate.ts';
import type { InFlight } from '../shared/in-flight.ts';
import { eventsPath, HttpDoor } from './http-door.ts';
import { SocketLink } from './socket-link.ts';

/** Where Slack's requests come in: our HTTP port, or a connection that we open. */
export interface Entrance {
  readonly receiver: Receiver;
  open(http: HttpMount): void;
  /** Nothing new is let in; what came in can still be answered. */
  turnAway(): void;
  close(): Promise<void>;
  trouble(): string | null;
}

export function createEntrance(
  options: {
    readonly signingSecret: string | null;
    readonly appToken: string | null;
    readonly now: () => number;
    readonly log: Log;
    readonly refused: (code: string) => void;
  },
  logger: Logger,
  clientOptions: WebClientOptions,
  inFlight: InFlight,
): Entrance {
  const { appToken, signingSecret, now, log, refused } = options;
  if (appToken !== null) {
    const link = new SocketLink({ appToken, clientOptions, logger, log });
    return {
      receiver: link,
      open: () => void link.start(),
      turnAway() {},
      close: () => link.stop(),
      trouble: () => link.trouble(),
    };
  }
  if (signingSecret === null)
    throw new Error('Slack needs SLACK_SIGNING_SECRET, or SLACK_APP_TOKEN for Socket Mode');
  const gate = new Gate({ platform: 'slack', log, now, count: refused });
  const door = new HttpDoor({ signingSecret, inFlight, gate, now });
  return {
    receiver: door,
    open: (http) => http.post(eventsPath, door.handle),
    turnAway: () => door.close(),
    close: async () => {},
    trouble: () => gate.trouble(),
  };
}
