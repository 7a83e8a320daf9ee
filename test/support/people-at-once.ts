import { createBot } from '../../src/bot/bot.ts';
import type { Effect } from '../../src/chat/effect.ts';
import type { InboundEvent } from '../../src/chat/event.ts';
import type { PersonRef, Platform } from '../../src/chat/person.ts';
import type { Database } from '../../src/db/schema.ts';
import { callOff, createRedraw } from '../../src/features/nudges/redraw.ts';
import { whyNotDelivered } from '../../src/features/nudges/store.ts';
import { rolesFrom } from '../../src/people/roles/roles.ts';
import type { Log } from '../../src/system/logger.ts';
import { uncounted } from '../../src/system/metrics.ts';
import { seals } from './seals.ts';
import { aProfile, content, someHospital } from './turn.ts';

/** What people do, as it reaches Buddy: each in a transaction of its own, as many at once as there are connections. */
export interface Hands {
  /** A platform's event whose id nobody has used yet, unless `id` says one. */
  command(
    from: PersonRef,
    text: string,
    options?: { to?: PersonRef; id?: string },
  ): Promise<readonly Effect[]>;
  press(from: PersonRef, button: string): Promise<readonly Effect[]>;
  /** What went wrong behind "something went wrong on my side". */
  readonly faults: readonly string[];
}

export function handsOn(db: Database, now: number): Hands {
  const faults: string[] = [];
  const keep = (message: string, fields?: object): void =>
    void faults.push(JSON.stringify({ message, ...fields }));
  const log: Log = { debug() {}, info() {}, warn: keep, error: keep };
  const bot = createBot({
    db,
    adapters: new Map<Platform, { lookUp: (person: PersonRef) => Promise<ReturnType<typeof aProfile>> }>([
      ['slack', { lookUp: async ({ id }) => aProfile(`Called ${id}`) }],
    ]),
    clock: { now: () => now },
    log,
    metrics: uncounted,
    seals,
    roles: rolesFrom(new Set()),
    hospital: async () => ({ ...someHospital, guestsWelcome: true }),
    fallback: someHospital,
    content,
    redraw: createRedraw(content.bank),
    callOff,
    whyNotDelivered,
    committed: () => {},
  });
  let events = 0;
  const happen = (event: Omit<InboundEvent, 'id'>, id?: string) => {
    events += 1;
    return bot({ ...event, id: id ?? `event ${events}` } as InboundEvent);
  };
  return {
    faults,
    command: (from, text, { to, id } = {}) =>
      happen({ type: 'command', from, text, people: to === undefined ? [] : [to] } as never, id),
    press: (from, button) => happen({ type: 'press', from, button, message: null } as never),
  };
}
