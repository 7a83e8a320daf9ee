import { setTimeout as wait } from 'node:timers/promises';
import { millisecondsInHour } from '../calendar/spans.ts';
import type { Database } from '../db/schema.ts';
import type { WardClock } from './clock.ts';
import { isSettled, nextDueAfter } from './ward-store.ts';

export interface TravelParts {
  readonly db: Database;
  readonly clock: WardClock;
  /** Does everything that is due by the clock. */
  readonly tick: () => Promise<void>;
}

/** Lets time pass on the ward, and everything happen that is due on the way. */
export interface Travel {
  /** What is due now happens. */
  catchUp(signal: AbortSignal): Promise<void>;
  /** What happens by itself, and is written down nowhere beforehand, comes to pass every `longestStepMs` on the way. */
  goTo(to: number, signal: AbortSignal, longestStepMs?: number): Promise<void>;
}

const sixHours = 6 * millisecondsInHour;

/** What can't be sent in this time, by the real clock, is left waiting: a fault may be switched on. */
export const patienceMs = 2_000;

const lookEveryMs = 5;

export function createTravel({ db, clock, tick }: TravelParts): Travel {
  /** A tick that was running may have begun before the clock was moved, so there are two. */
  async function catchUp(signal: AbortSignal): Promise<void> {
    await tick();
    await tick();
    for (let waited = 0; waited < patienceMs && !signal.aborted; waited += lookEveryMs) {
      if (await isSettled(db, clock.now())) return;
      await wait(lookEveryMs);
    }
  }

  return {
    catchUp,
    async goTo(to, signal, longestStepMs = sixHours) {
      await catchUp(signal);
      while (clock.now() < to && !signal.aborted) {
        const now = clock.now();
        const due = await nextDueAfter(db, now);
        clock.advance(Math.min(to, now + longestStepMs, due ?? Infinity));
        await catchUp(signal);
      }
    },
  };
}
