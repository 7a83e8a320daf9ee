import type { ChatAdapter } from '../../src/chat/adapter.ts';
import type { Log } from '../../src/system/logger.ts';
import { unlessUnrenderable } from '../shared/deliver.ts';
import { InFlight } from '../shared/in-flight.ts';
import { mountApi, type PayloadsOf } from './api.ts';
import type { Backstage } from './backstage.ts';
import { deliver } from './deliver.ts';
import { type Conditions, fairConditions } from './failures.ts';
import { HttpDoor } from './http-door.ts';
import { Live } from './live.ts';
import { lookUp } from './look-up.ts';
import { mountPages } from './pages.ts';
import { createNames } from './receive.ts';
import { Transcripts } from './transcripts.ts';
import type { Ward } from './ward.ts';

export interface PlaygroundOptions {
  readonly ward: Ward;
  /** The ward's clock, in epoch milliseconds. */
  readonly now: () => number;
  readonly backstage: Backstage;
  readonly payloadsOf: PayloadsOf;
  readonly log: Log;
}

export interface PlaygroundAdapter extends ChatAdapter {
  /** How the made-up platform behaves from now on. */
  readonly conditions: Conditions;
  /** What stands in everybody's chat. */
  readonly chats: Transcripts;
}

/** A chat platform of our own, on a ward that does not exist, in a page that is served to this machine alone. */
export function createPlaygroundAdapter(options: PlaygroundOptions): PlaygroundAdapter {
  const { ward, now, backstage, payloadsOf, log } = options;
  const conditions = fairConditions();
  const live = new Live(backstage);
  const chats = new Transcripts(now, (person) => live.changed(person));
  const inFlight = new InFlight();
  const door = new HttpDoor(inFlight, log);
  const stopping = new AbortController();

  return {
    platform: 'playground',
    conditions,
    chats,
    async start(receive, http) {
      mountPages(http, door);
      const nameEvent = createNames(now());
      mountApi(http, door, {
        platform: 'playground',
        receive,
        ward,
        chats,
        backstage,
        conditions,
        live,
        nameEvent,
        payloadsOf,
        log,
        stopping: stopping.signal,
      });
    },
    async stop() {
      door.close();
      stopping.abort();
      live.close();
      await inFlight.ended();
    },
    trouble: () => null,
    deafness: () => null,
    lookUp: async (person) => lookUp(ward, conditions, person),
    deliver: (to, message, how) =>
      inFlight.run(() =>
        unlessUnrenderable({ platform: 'playground', log }, () =>
          deliver({ ward, chats, conditions }, to, message, how),
        ),
      ),
  };
}
