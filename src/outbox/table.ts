import type { Platform } from '../chat/person.ts';

/** One message to one person (or channel: docs/decisions/0042), or one change of a message. The key says what it is, and that it is sent once. */
export interface OutboxTable {
  key: string;
  platform: Platform;
  workspace: string;
  person_id: string;
  /** Which method's pace it falls under: a new message, or the change of one. */
  lane: Lane;
  /** For a change: the key of the message that it changes. */
  changes_key: string | null;
  /** What it is counted under, for accounts of who was sent what. */
  batch: string | null;
  /** The rendered card as JSON, frozen; emptied once settled, so that no text stays behind. */
  card: string | null;
  /** Grows when a waiting or claimed change gets a newer card. */
  version: number;
  status: OutboxStatus;
  attempts: number;
  due_at: number;
  useful_until: number | null;
  lease_owner: string | null;
  lease_until: number | null;
  message_ref: string | null;
  why: string | null;
  created_at: number;
  settled_at: number | null;
}

export type Lane = 'post' | 'change';

export type OutboxStatus = 'waiting' | 'claimed' | 'sent' | 'unreachable' | 'failed' | 'expired';

/** How each person was last reached, as the platform's adapter wrote it. */
export interface AddressesTable {
  platform: Platform;
  workspace: string;
  person_id: string;
  address: string;
  /** 1 when it can't be found again: then it does not go with the last message. */
  kept: 0 | 1;
}

/** The pace of one lane in one workspace, shared by all processes. */
export interface PaceTable {
  platform: Platform;
  workspace: string;
  lane: Lane;
  /** When the next message may go, by our own pace. */
  next_free_at: number;
  /** Until when the platform asked for silence (Retry-After). */
  held_until: number;
}
