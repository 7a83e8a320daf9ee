import type { Address, MessageRef } from '../chat/delivery.ts';
import type { PersonRef } from '../chat/person.ts';
import type { Lane } from './table.ts';

/** How long what a process has claimed is its own. Deliveries give up earlier (see deliver.ts). */
export const leaseMs = 15_000;

/** Of one workspace, all processes together: on the way, or arrived and not yet recorded. */
export const mostInFlight = 8;

/** Of one workspace, by a process that has it to itself: these go out one after the other, without a claim for each few. */
export const mostClaimed = 256;

/** A message that this process, and no other, is to deliver now. */
export interface Claim {
  readonly key: string;
  readonly to: PersonRef;
  readonly address: Address | null;
  readonly lane: Lane;
  /** As JSON. */
  readonly card: string;
  readonly version: number;
  /** This one included. */
  readonly attempts: number;
  readonly usefulUntil: number | null;
  /** For a change: the message to change, and where it stands. */
  readonly changes: { readonly key: string; readonly ref: MessageRef } | null;
  /** Tells this claim of the row from every other. */
  readonly lease: string;
  readonly claimedAt: number;
}
