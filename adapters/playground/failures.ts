import type { DeliveryResult } from '../../src/chat/delivery.ts';
import type { Language } from '../../src/chat/language.ts';

type Failure = Extract<DeliveryResult, { ok: false }>;

/** What the fault switch offers. `refused`: the platform will never take the message. */
export const faults = ['none', 'rate-limited', 'down', 'blocked', 'refused'] as const;

export type Fault = (typeof faults)[number];

/** How a delivery ends while the switch stands like this; null when it arrives. */
export function failureOf(fault: Fault): Failure | null {
  switch (fault) {
    case 'none':
      return null;
    case 'rate-limited':
      return { ok: false, why: 'rate-limited', code: 'rate_limited', retryAfterMs: 4_000 };
    case 'down':
      return { ok: false, why: 'temporary', code: 'service_unavailable' };
    case 'blocked':
      return { ok: false, why: 'unreachable', code: 'blocked_by_person' };
    case 'refused':
      return { ok: false, why: 'rejected', code: 'message_refused' };
    default:
      return unknownFault(fault);
  }
}

function unknownFault(fault: never): never {
  throw new Error(`The switch has no position ${JSON.stringify(fault)}`);
}

/** How the made-up platform behaves. The page moves the switch; the rest is for tests. */
export interface Conditions {
  fault: Fault;
  /** How long a delivery takes, in milliseconds. */
  deliveryMs: number;
  /** Whether it can be asked who someone is. */
  canLookUp: boolean;
  /** The ids of those who have blocked Buddy. */
  readonly blockedBy: Set<string>;
  /** Those who've set their account to another language than they had, by id. */
  readonly languages: Map<string, Language>;
}

export function fairConditions(): Conditions {
  return { fault: 'none', deliveryMs: 0, canLookUp: true, blockedBy: new Set(), languages: new Map() };
}
