import type { Address, DeliveryResult } from '../chat/delivery.ts';
import type { MessageRef } from '../chat/event.ts';
import type { PersonRef } from '../chat/person.ts';
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
