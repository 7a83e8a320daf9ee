import { setTimeout as wait } from 'node:timers/promises';
import type { Backstage } from '../../adapters/playground/backstage.ts';
import { weekOf } from '../calendar/iso-week.ts';
import { millisecondsInHour } from '../calendar/spans.ts';
import type { Content } from '../content/content.ts';
import type { Database } from '../db/schema.ts';
import { readAccount } from './account-store.ts';
import type { WardClock } from './clock.ts';
import { gallery } from './gallery.ts';
import { reader } from './gallery-samples.ts';
import { findHeldRows } from './held-store.ts';
import { instantOf, wardZone } from './steps.ts';
import { countChanges, emptyEverything, isSettled, nextDueAfter } from './ward-store.ts';

export interface BackstageParts {
  readonly db: Database;
  readonly clock: WardClock;
  readonly content: Content;
  /** Where the ward's clock begins, in epoch milliseconds. */
  readonly start: number;
  /** Does everything that is due by the clock. */
  readonly tick: () => Promise<void>;
}

/** What happens by itself, and is written down nowhere beforehand, comes to pass at least this often on the way. */
const longestStepMs = 6 * millisecondsInHour;

/** What cannot be sent in this time, by the real clock, is left waiting: a fault may be switched on. */
const patienceMs = 2_000;

const lookEveryMs = 5;

/** What is behind the chat, for the page that shows it. */
export function createBackstage(parts: BackstageParts): Backstage {
  const { db, clock, content, start } = parts;
  const shown = gallery(content, reader);

  /** A tick that was running may have begun before the clock was moved, so there are two. */
  async function catchUp(signal: AbortSignal): Promise<void> {
    await parts.tick();
    await parts.tick();
    for (let waited = 0; waited < patienceMs && !signal.aborted; waited += lookEveryMs) {
      if (await isSettled(db, clock.now())) return;
      await wait(lookEveryMs);
    }
  }

  return {
    now: clock.now,
    instantOf: (step, timeZone) => instantOf(step, clock.now(), timeZone),
    async travel(to, signal) {
      await catchUp(signal);
      while (clock.now() < to && !signal.aborted) {
        const now = clock.now();
        const due = await nextDueAfter(db, now);
        clock.advance(Math.min(to, now + longestStepMs, due ?? Infinity));
        await catchUp(signal);
      }
    },
    async reset() {
      await catchUp(AbortSignal.timeout(patienceMs));
      await emptyEverything(db);
      clock.restart(start);
    },
    held: (person) => findHeldRows(db, person),
    account: () => readAccount(db, weekOf(clock.now(), wardZone)),
    gallery: () => shown,
    changes: () => countChanges(db),
  };
}
