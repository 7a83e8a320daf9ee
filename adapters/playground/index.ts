import type { ChatAdapter } from '../../src/chat/adapter.ts';
import type { Log } from '../../src/system/logger.ts';
import { unlessUnrenderable } from '../shared/deliver.ts';
import { InFlight } from '../shared/in-flight.ts';
import { type ApiParts, mountApi, type PayloadsOf } from './api.ts';
import type { Backstage } from './backstage.ts';
import { mountBehind } from './behind-api.ts';
import { deliver } from './deliver.ts';
import { type Conditions, fairConditions } from './failures.ts';
import { createHands, type Hands } from './hands.ts';
import { HttpDoor } from './http-door.ts';
import { mountLeadersPages } from './leaders-pages.ts';
import { Live } from './live.ts';
import { lookUp } from './look-up.ts';
import { mountPages } from './pages.ts';
import { createNames } from './receive.ts';
import { Transcripts } from './transcripts.ts';
import type { People } from './ward.ts';

export interface PlaygroundOptions {
  readonly people: People;
  /** The ward's clock, in epoch milliseconds. */
  readonly now: () => number;
  readonly backstage: Backstage;
  readonly payloadsOf: PayloadsOf;
  readonly log: Log;
}

export interface PlaygroundAdapter extends ChatAdapter {
  /** How the made-up platform behaves from now on. */
  readonly conditions: Conditions;
  /** What stands in everyone's chat. */
  readonly chats: Transcripts;
  /** Those who act without a page. Throws before the start. */
  hands(): Hands;
}

/** A chat platform of our own, on a ward that does not exist, in a page that is served to this machine alone. */
export function createPlaygroundAdapter(options: PlaygroundOptions): PlaygroundAdapter {
  const { people, now, backstage, payloadsOf, log } = options;
  const conditions = fairConditions();
  const live = new Live(backstage);
  const chats = new Transcripts(
    now,
    (person) => live.changed(person),
    (id) => people.ward.some((person) => person.id === id),
  );
  const inFlight = new InFlight();
  const door = new HttpDoor(inFlight, log);
  const stopping = new AbortController();
  let hands: Hands | null = null;

  return {
    platform: 'playground',
    conditions,
    chats,
    hands() {
      if (hands === null) throw new Error('The playground has not started');
      return hands;
    },
    async start(receive, http) {
      mountPages(http, door);
      mountLeadersPages(http, door, backstage);
      const nameEvent = createNames(now());
      hands = createHands({ core: { platform: 'playground', receive, log }, people, chats, nameEvent });
      const parts: ApiParts = {
        platform: 'playground',
        receive,
        ward: people.ward,
        chats,
        backstage,
        conditions,
        live,
        nameEvent,
        payloadsOf,
        log,
        stopping: stopping.signal,
      };
      mountApi(http, door, parts);
      mountBehind(http, door, parts);
    },
    async stop() {
      door.close();
      stopping.abort();
      live.close();
      await inFlight.ended();
    },
    trouble: () => null,
    deafness: () => null,
    doubt: () => null,
    credentials: () => ({ standing: 'accepted', code: null, workspace: null, expires: null }),
    lookUp: async (person) => lookUp(people, conditions, person),
    deliver: (to, message, how) =>
      inFlight.run(() =>
        unlessUnrenderable({ platform: 'playground', log }, () =>
          deliver({ people, chats, conditions }, to, message, how),
        ),
      ),
  };
}
