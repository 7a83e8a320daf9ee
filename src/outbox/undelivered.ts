import type { PersonRef } from '../chat/person.ts';
import { isRepeatable } from '../db/failures.ts';
import type { Executor } from '../db/schema.ts';
import type { Log } from '../system/logger.ts';
import type { OutboxStatus } from './table.ts';

/** A message that will not arrive any more, or the change of one. */
export interface Undelivered {
  readonly key: string;
  readonly to: PersonRef;
  readonly status: Extract<OutboxStatus, 'unreachable' | 'failed' | 'expired'>;
  /** What the platform said last; null when its turn never came. */
  readonly code: string | null;
  /** What it said, as JSON, for the one who has to say it some other way; null when it's gone already. */
  readonly card: string | null;
}

export type OnUndelivered = (db: Executor, message: Undelivered, now: number) => Promise<void>;

export interface UndeliveredHooks {
  readonly log: Log;
  /** Called in the transaction that settles a message which never arrived. */
  readonly onUndelivered?: OnUndelivered;
}

const hookTries = 3;

/** Hooks that keep failing must not keep everyone else's results from being recorded: they are left out in the end. */
export function patientHook({ onUndelivered, log }: UndeliveredHooks): OnUndelivered {
  const failures = new Map<string, number>();
  return async (db, message, now) => {
    const { key, to } = message;
    const failed = failures.get(key) ?? 0;
    if (failed >= hookTries) {
      failures.delete(key);
      log.error('what follows from a message that did not arrive was left undone', { platform: to.platform });
      return;
    }
    try {
      await onUndelivered?.(db, message, now);
    } catch (error) {
      // One that only met another transaction is not to blame, and is done once more.
      if (!isRepeatable(error)) failures.set(key, failed + 1);
      throw error;
    }
  };
}
