import type { DeliveryResult } from '../chat/delivery.ts';
import type { Platform } from '../chat/person.ts';

/** How a delivery ended, as far as anyone who runs Buddy needs to know. */
export type DeliveryOutcome = 'sent' | Extract<DeliveryResult, { ok: false }>['why'];

/** A number that is looked up when someone asks for it. */
export interface Reading {
  /** In Prometheus' way: `buddy_...`, with the unit at the end. */
  readonly name: string;
  readonly help: string;
  /** What the keys of `read` are: `platform`, `state`. Null for one number without a key. */
  readonly label: string | null;
  /** May fail: the number is then left out, and everything else is told. */
  readonly read: () => Promise<Readonly<Record<string, number>>>;
}

/**
 * Who counts something tells it here. As with the log, there is no way to tell a person, a workspace, a week or a text:
 * a new parameter is a decision about privacy. Counting never fails and never waits.
 */
export interface Metrics {
  /** These platforms are served, by these jobs: their counters stand at zero before anything happens, so that a rise can be seen. */
  serving(platforms: readonly Platform[], jobs: readonly string[]): void;
  answered(platform: Platform, kind: 'read' | 'write', outcome: 'answered' | 'fault', ms: number): void;
  /** A message is handed to its platform; `attempt` is 1 for the first try. Call what it returns once the platform is done. */
  delivering(platform: Platform, attempt: number): () => void;
  /** Written down how deliveries ended: once for each, also when writing had to be repeated. */
  delivered(platform: Platform, outcome: DeliveryOutcome): void;
  /** A request that came as this platform's was turned away; `reason` is from the adapter's own fixed list. */
  refused(platform: Platform, reason: string): void;
  /** A platform asked for silence: by so much longer than was known already. */
  held(platform: Platform, ms: number): void;
  /** Messages that were of no use any more before they could be sent. */
  expired(count: number): void;
  /** A round of deliveries failed, and is repeated. */
  roundFailed(): void;
  /** A tick of the scheduler is over. `scheduler` tells several in one process apart. */
  ticked(scheduler: string, ms: number, failed: readonly string[]): void;
  /** Something that stays as it is: always 1, and what it tells stands in its labels. */
  tells(name: string, help: string, labels: Readonly<Record<string, string>>): void;
  /** Several parts may add to one name, each with keys of its own. */
  reads(reading: Reading): void;
}

/** For commands, which nobody asks for numbers. */
export const uncounted: Metrics = {
  serving() {},
  answered() {},
  delivering: () => () => {},
  delivered() {},
  refused() {},
  held() {},
  expired() {},
  roundFailed() {},
  ticked() {},
  tells() {},
  reads() {},
};
