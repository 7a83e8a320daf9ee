import type { ChatAdapter } from '../../src/chat/adapter.ts';
import type { Log } from '../../src/system/logger.ts';
import { unlessUnrenderable } from '../shared/deliver.ts';
import { Gate } from '../shared/gate.ts';
import { InFlight } from '../shared/in-flight.ts';
import { Calls } from './calls.ts';
import { Cloud } from './cloud.ts';
import { ConversationPace } from './conversation-pace.ts';
import type { Credentials } from './credentials.ts';
import { deliver } from './deliver.ts';
import { HttpDoor, messagesPath } from './http-door.ts';
import { watchKeys } from './key-watch.ts';
import { Listener } from './listen.ts';
import { People } from './look-up.ts';
import { ServiceUrls } from './service-url.ts';
import { TokenWatch } from './token-watch.ts';

export interface TeamsOptions {
  /** Null: local, without authentication. */
  readonly credentials: Credentials | null;
  /** The only tenant that is served; null for any. */
  readonly tenantId: string | null;
  /** When the client secret expires, `YYYY-MM-DD`, as an operator noted it; null where nobody has. */
  readonly secretExpires: string | null;
  /** False: only deliveries and look-ups; nothing is mounted, so that a server beside it gets everything. */
  readonly takesIn: boolean;
  /** The real time, in epoch milliseconds. */
  readonly now: () => number;
  readonly log: Log;
  /** A request was turned away, for a reason from a fixed list. */
  readonly refused: (code: string) => void;
}

/** Microsoft Teams, through the Bot Framework's CloudAdapter: HTTP for what comes in, the connector for what goes out. */
export function createTeamsAdapter(options: TeamsOptions): ChatAdapter {
  const { credentials, tenantId, now, log } = options;
  const isLocal = credentials === null;
  const cloud = new Cloud(credentials, now);
  const watch = new TokenWatch({ cloud, credentials, now, log });
  const proof = credentials?.proof;
  const replaced = () => void watch.replaced();
  if (proof?.by === 'secret') proof.secret.hear({ replaced });
  if (proof?.by === 'certificate') proof.certificate.hear({ replaced });
  const keys = options.takesIn && !isLocal ? watchKeys(cloud, log) : null;
  const calls = new Calls(cloud, watch);
  const serviceUrls = new ServiceUrls(isLocal);
  const people = new People(calls, serviceUrls, now);
  const pace = new ConversationPace(now);
  const inFlight = new InFlight();
  const gate = new Gate({ platform: 'teams', log, now, count: options.refused });
  const door = new HttpDoor({ cloud, admission: { isLocal, tenantId, serviceUrls }, inFlight, gate, log });

  return {
    platform: 'teams',
    async start(receive, http) {
      watch.start();
      keys?.start();
      if (!options.takesIn) return;
      const listener = new Listener(
        { platform: 'teams', receive, log },
        { cloud, serviceUrls, pace, watch, inFlight, now },
      );
      http.post(
        messagesPath,
        door.terms,
        door.opensTo((from, activity) => listener.hear(from, activity)),
      );
    },
    async stop() {
      door.close();
      watch.stop();
      keys?.stop();
      await inFlight.ended();
      cloud.close();
    },
    trouble: () => watch.trouble(),
    deafness: () => keys?.trouble() ?? null,
    doubt: () => gate.doubt(),
    credentials: () => ({ ...watch.standing(), workspace: tenantId, expires: options.secretExpires }),
    lookUp: (person, address) => inFlight.run(() => people.lookUp(person, address)),
    deliver: (to, message, how) =>
      inFlight.run(() =>
        unlessUnrenderable({ platform: 'teams', log }, () => {
          const bot = `28:${credentials?.appId ?? ''}`;
          return deliver({ calls, pace, serviceUrls, bot }, to, message, how);
        }),
      ),
  };
}
