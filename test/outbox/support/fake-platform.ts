import type { ChatAdapter, DeliverOptions } from '../../../src/chat/adapter.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { DeliveryResult, Recipient } from '../../../src/chat/delivery.ts';
import type { After } from '../../../src/outbox/timer.ts';

/** One delivery as the platform saw it. */
interface Delivery {
  readonly to: Recipient;
  readonly text: string;
  readonly options: DeliverOptions;
  readonly startedAt: number;
}

/** `hangs`: no answer within the 10 s that an adapter waits. `lost`: arrives, but the answer does not. */
export type Answer = DeliveryResult | 'ok' | 'hangs' | 'lost';

/** A platform that answers as a test says, and remembers what arrived and what each message shows now. */
export interface FakePlatform extends Pick<ChatAdapter, 'deliver' | 'trouble'> {
  readonly deliveries: readonly Delivery[];
  /** What stands in the chats, by message. */
  readonly shown: ReadonlyMap<string, string>;
  readonly mostInFlight: number;
  /** Keys of which two deliveries were on the way at once. */
  readonly collisions: readonly string[];
  answerWith(answer: (delivery: Delivery, nth: number) => Answer): void;
  takeMs(latency: (delivery: Delivery) => number): void;
  sayTrouble(words: string | null): void;
}

const givesUpAfterMs = 10_000;

export function fakePlatform(after: After, now: () => number): FakePlatform {
  const deliveries: Delivery[] = [];
  const shown = new Map<string, string>();
  const inFlight: string[] = [];
  const collisions: string[] = [];
  let mostInFlight = 0;
  let answer: (delivery: Delivery, nth: number) => Answer = () => 'ok';
  let latency: (delivery: Delivery) => number = () => 20;
  let trouble: string | null = null;
  let posted = 0;

  function show(delivery: Delivery): DeliveryResult {
    posted += 1;
    const ref = delivery.options.replaces ?? `message ${posted}`;
    shown.set(ref, delivery.text);
    return { ok: true, ref, address: `channel of ${delivery.to.person.id}` };
  }

  return {
    deliveries,
    shown,
    collisions,
    get mostInFlight() {
      return mostInFlight;
    },
    answerWith: (next) => {
      answer = next;
    },
    takeMs: (next) => {
      latency = next;
    },
    sayTrouble: (words) => {
      trouble = words;
    },
    trouble: () => trouble,
    deliver: (to, { card }, options) => {
      const delivery = { to, text: textOf(card), options, startedAt: now() };
      const message = options.replaces ?? options.key;
      if (inFlight.includes(message)) collisions.push(message);
      deliveries.push(delivery);
      inFlight.push(message);
      mostInFlight = Math.max(mostInFlight, inFlight.length);
      const given = answer(delivery, deliveries.length);
      return new Promise((resolve) => {
        after(given === 'hangs' ? givesUpAfterMs : latency(delivery), () => {
          inFlight.splice(inFlight.indexOf(message), 1);
          if (given === 'hangs') return resolve(temporary);
          if (given === 'ok') return resolve(show(delivery));
          if (given !== 'lost') return resolve(given);
          show(delivery);
          resolve(temporary);
        });
      });
    },
  };
}

export const temporary: DeliveryResult = { ok: false, why: 'temporary', code: 'ECONNRESET' };
export const unreachable: DeliveryResult = { ok: false, why: 'unreachable', code: 'account_inactive' };
export const rejected: DeliveryResult = { ok: false, why: 'rejected', code: 'invalid_blocks' };

export function rateLimited(retryAfterMs?: number): DeliveryResult {
  const failure = { ok: false, why: 'rate-limited', code: 'ratelimited' } as const;
  return retryAfterMs === undefined ? failure : { ...failure, retryAfterMs };
}

export function cardOf(text: string): Card {
  return { elements: [{ type: 'text', words: text }] };
}

function textOf(card: Card): string {
  const [element] = card.elements;
  return element?.type === 'text' && typeof element.words === 'string' ? element.words : '';
}
