import type { Card } from './card.ts';
import type { PersonRef } from './person.ts';

/** How to reach a person, opaque: written and read by its adapter alone, kept in the database. */
export type Address = string;

/**
 * Where a delivered message stands, opaque: written and read by its adapter alone, equal as text when it is the
 * same message.
 */
export type MessageRef = string;

/** Who a message goes to. `address` is null until the adapter has learned one. */
export interface Recipient {
  readonly person: PersonRef;
  readonly address: Address | null;
}

export interface Message {
  readonly card: Card;
}

export type DeliveryResult =
  /**
   * The platform has the message. `ref` is null where it took it without saying where it stands: then it can't be changed
   * later. `address` is how this person was reached, kept for the next time.
   */
  | { readonly ok: true; readonly ref: MessageRef | null; readonly address: Address }
  | {
      readonly ok: false;
      /**
       * `rate-limited` and `temporary` are tried again; `unreachable` (blocked, closed account) and `rejected` (the
       * platform will never take this message) are not.
       */
      readonly why: 'rate-limited' | 'temporary' | 'unreachable' | 'rejected';
      /** The platform may say otherwise soon, so what would be final is final only after the third try. */
      readonly mayPass?: true;
      /** The platform's error code, for the log: never text of a message, never an id of a person. */
      readonly code: string;
      readonly retryAfterMs?: number;
      /** Who has to wait when it is `rate-limited`: everyone in the workspace, or this person alone. */
      readonly holds?: 'workspace' | 'recipient';
    };
