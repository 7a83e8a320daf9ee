import type { Address, DeliveryResult, MessageRef } from '../chat/delivery.ts';

import type { PersonRef } from '../chat/person.ts';
import type { Workspace } from './lane-store.ts';
import type { Lane } from './table.ts';

/** How long what a process has claimed is its own. Deliveries give up earlier (see deliver.ts). */
export const leaseMs = 15_000;

/** Of one workspace, all processes together: on the way, or answered and not yet recorded. */
export const mostClaimed = 8;

/** A message that this process, and no other, delivers now. */
export interface Claim {
  readonly key: string;
  readonly to: PersonRef;
  readonly address: Address | null;
  readonly lane: Lane;
  /** As JSON. */
  readonly card: string;
  readonly version: number;
  /** The tries that count, this one included. */
  readonly attempts: number;
  readonly usefulUntil: number | null;
  /** For a change: the message to change, and where it stands. */
  readonly changes: { readonly key: string; readonly ref: MessageRef } | null;
  /** Tells this claim of the row from every other. */
  readonly lease: string;
}

/** What the platform said to a claim, not yet recorded. */
export interface Answer {
  readonly claim: Claim;
  readonly result: DeliveryResult;
}

/** A platform that took a message so recently is not away. Longer than the longest pause between two tries of one message. */
const upMs = 5 * 60_000;

/** What this process has claimed in one workspace: each is on its way, then answered, then recorded and gone from here. */
export interface UnderWay {
  readonly workspace: Workspace;
  readonly onTheWay: readonly Claim[];
  /** Not recorded yet. */
  readonly answers: readonly Answer[];
  take(claims: readonly Claim[]): void;
  answer(claim: Claim, result: DeliveryResult, now: number): void;
  /** Recorded, or given back. */
  forget(claims: readonly Claim[]): void;
  /** Whether a message of this lane has arrived just now, as far as this process knows. */
  isGettingThrough(lane: Lane, now: number): boolean;
}

export function createUnderWay(workspace: Workspace): UnderWay {
  const onTheWay = new Set<Claim>();
  const answers = new Map<Claim, Answer>();
  const arrivedAt = new Map<Lane, number>();
  return {
    workspace,
    get onTheWay() {
      return [...onTheWay];
    },
    get answers() {
      return [...answers.values()];
    },
    take: (claims) => {
      for (const claim of claims) onTheWay.add(claim);
    },
    answer: (claim, result, now) => {
      if (result.ok) arrivedAt.set(claim.lane, now);
      // What was given back meanwhile is someone else's by now.
      if (onTheWay.delete(claim)) answers.set(claim, { claim, result });
    },
    forget: (claims) => {
      for (const claim of claims) {
        onTheWay.delete(claim);
        answers.delete(claim);
      }
    },
    isGettingThrough: (lane, now) => Math.abs(now - (arrivedAt.get(lane) ?? -Infinity)) < upMs,
  };
}
