import { setImmediate as nextTurn } from 'node:timers/promises';
import { transact } from '../db/transact.ts';
import { createBell } from './bell.ts';
import { mostInFlight } from './claim.ts';
import { followClockBack, noticedMs } from './clock-store.ts';
import { deliver } from './deliver.ts';
import { type Drained, drain } from './drain.ts';
import { expireOverdue } from './expire-store.ts';
import { createFlights, type Flights } from './flights.ts';
import { readLanes, type Workspace } from './lane-store.ts';
import { byWorkspace, dueIn, readyAt, type WorkspaceWork } from './lane-work.ts';
import { paceOf } from './pace.ts';
import { recordAtOnce } from './record-at-once.ts';
import { createRound, type RoundParts, reportFailedRound } from './round.ts';
import { type After, createTimers, systemAfter } from './timer.ts';
import { patientHook } from './undelivered.ts';

export interface DispatcherParts extends RoundParts {
  readonly after?: After;
}

/** Sends what is in the outbox. */
export interface Dispatcher {
  start(): void;
  /** Call after every commit that put something into the outbox. */
  wake(): void;
  /** Claims no more, gives what is on its way up to `graceMs` to arrive, and hands the rest back. */
  stop(options: { readonly graceMs: number }): Promise<void>;
  /** Starts, if need be, and ends when nothing is left that can be sent. */
  drain(): Promise<Drained>;
}

/** Other processes put messages into the outbox too, and do not ring. */
const pollMs = 1_000;

/** Something is due, but others have all of the workspace's places. */
const blockedMs = 250;

/** As long as every workspace has something to send, no other work is looked for more often. */
const lookEveryMs = 20;

/** So many workspaces claim side by side, where the database can do several things at once; answers to people need it too. */
const sideBySide = 4;

/**
 * So many turns of the event loop, some tens of microseconds each, the loop waits for further answers once one is in. To
 * a fast local server this makes 4,650 messages a second of 2,900.
 */
const gatherTurns = 6;

/** After a database error or a bug. */
const pauseMs = 1_000;

export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { db, adapters, clock, log, metrics } = parts;
  const timers = createTimers(parts.after ?? systemAfter);
  const bell = createBell(timers.after);
  const playRound = createRound(parts);
  const onUndelivered = patientHook(parts);
  const flightsOf = new Map<string, Flights>();
  const pausedUntil = new Map<Flights | 'all', number>();
  let running: Promise<void> | null = null;
  let isStopping = false;
  let sweepAt = 0;
  let clockStoodAt = Number.NEGATIVE_INFINITY;
  let lookAgainAt = Number.NEGATIVE_INFINITY;

  async function run(): Promise<void> {
    while (!isStopping) {
      await bell.sleep(await pass());
      await gather();
    }
  }

  /** Lets answers that are about to come in be read first: one transaction then records them all. */
  async function gather(): Promise<void> {
    let turns = 0;
    do {
      await nextTurn();
      turns += 1;
    } while (turns < gatherTurns && [...flightsOf.values()].some(isLanding));
  }

  /** Looks once at everything there is to do, and says how long the loop may sleep. */
  async function pass(): Promise<number> {
    const pause = pauseOf('all');
    if (pause > 0) return pause;
    try {
      await followClock();
      await sweep();
      const everywhere = [...flightsOf.values()];
      await recordAtOnce(parts, everywhere);
      for (const flights of everywhere) sendOff(flights);
      const now = clock.now();
      return now < lookAgainAt && canGoOn(everywhere, now) ? lookAgainAt - now : await look();
    } catch (error) {
      return pauseAfter(error, 'all');
    }
  }

  /** Looks for work in the database. */
  async function look(): Promise<number> {
    const work = byWorkspace(await readLanes(db));
    let sleep = pollMs;
    for (let from = 0; from < work.length; from += sideBySide) {
      const sleeps = await Promise.all(work.slice(from, from + sideBySide).map(serve));
      sleep = Math.min(sleep, ...sleeps);
    }
    lookAgainAt = clock.now() + lookEveryMs;
    return sleep;
  }

  async function followClock(): Promise<void> {
    const [before, now] = [clockStoodAt, clock.now()];
    if (now < before - noticedMs) {
      await transact(db, (transaction) => followClockBack(transaction, { before, now }));
      log.warn('the clock was set back: what it had put off has been called back', { ms: before - now });
    }
    clockStoodAt = now;
  }

  async function sweep(): Promise<void> {
    const now = clock.now();
    if (Math.abs(now - sweepAt) < pollMs) return;
    sweepAt = now;
    const expired = await transact(db, (transaction) => expireOverdue(transaction, now, onUndelivered));
    if (expired === 0) return;
    metrics.expired(expired);
    log.warn('messages were not sent while they were of use', { count: expired });
  }

  async function serve(lanes: WorkspaceWork): Promise<number> {
    const [{ platform }] = lanes;
    const flights = flightsIn(lanes[0]);
    const pause = pauseOf(flights);
    if (pause > 0) return pause;
    const adapter = adapters.get(platform);
    const isOpen = !isStopping && adapter !== undefined && adapter.trouble() === null;
    const now = clock.now();
    const readyIn =
      isOpen && hasRoom(flights) ? readyAt(lanes, now, paceOf(parts.allowance(platform))) - now : pollMs;
    const hasToSettle = flights.finished.length > 0 || flights.late(now).length > 0;
    const hasToLetGo = !isOpen && flights.ready.length > 0;
    if (!hasToSettle && !hasToLetGo && readyIn > 0) return readyIn;
    try {
      const claims = await playRound(flights, isOpen ? 'claim' : 'record', dueIn(lanes, now));
      flights.take(claims);
      sendOff(flights);
      if (!hasRoom(flights)) return pollMs;
      return hasToSettle || claims.length > 0 ? 0 : blockedMs;
    } catch (error) {
      return pauseAfter(error, flights);
    }
  }

  function sendOff(flights: Flights): void {
    const { platform } = flights.workspace;
    const adapter = adapters.get(platform);
    if (isStopping || adapter === undefined || adapter.trouble() !== null) return;
    const now = clock.now();
    for (let claim = flights.launchNext(now); claim !== null; claim = flights.launchNext(now)) {
      const launched = claim;
      const arrived = metrics.delivering(platform, launched.attempts);
      void deliver(launched, { adapter, after: timers.after, log }).then((result) => {
        arrived();
        flights.land(launched, result);
        bell.ring();
      });
    }
  }

  function flightsIn({ platform, workspace }: Workspace): Flights {
    const key = `${platform} ${workspace}`;
    const flights = flightsOf.get(key) ?? createFlights({ platform, workspace });
    flightsOf.set(key, flights);
    return flights;
  }

  function pauseAfter(error: unknown, whom: Flights | 'all'): number {
    metrics.roundFailed();
    reportFailedRound(log, error, whom === 'all' ? undefined : whom.workspace);
    pausedUntil.set(whom, clock.now() + pauseMs);
    return pauseMs;
  }

  function pauseOf(whom: Flights | 'all'): number {
    const left = (pausedUntil.get(whom) ?? 0) - clock.now();
    // One that ends later began before the clock was set back.
    return left > pauseMs ? 0 : left;
  }

  /** Until everything has arrived or the time is up, at the end of which what has not arrived is handed back. */
  async function land(graceMs: number): Promise<void> {
    const until = clock.now() + graceMs;
    for (;;) {
      const isTimeUp = clock.now() >= until;
      for (const flights of flightsOf.values()) {
        const { finished, ready, launched } = flights;
        if (finished.length + ready.length > 0 || (isTimeUp && launched.length > 0)) {
          await playRound(flights, isTimeUp ? 'give-back' : 'record').catch((error: unknown) =>
            pauseAfter(error, flights),
          );
        }
      }
      const isAllDown = [...flightsOf.values()].every(
        ({ ready, launched }) => ready.length + launched.length === 0,
      );
      if (isAllDown || isTimeUp) return;
      await bell.sleep(Math.min(pauseMs, until - clock.now()));
      await gather();
    }
  }

  return {
    start: () => {
      if (!isStopping) running ??= run();
    },
    wake: () => bell.ring(),
    stop: async ({ graceMs }) => {
      isStopping = true;
      bell.ring();
      await running;
      await land(graceMs);
      timers.cancelAll();
    },
    drain: () => {
      if (!isStopping) running ??= run();
      const after = parts.after ?? systemAfter;
      const onError = (error: unknown): void => reportFailedRound(log, error);
      return drain({ db, adapters, clock, after, isStopped: () => isStopping, onError });
    },
  };
}

/** Whether more is to be claimed: only when nothing is left that was. */
function hasRoom({ ready, launched }: Flights): boolean {
  return ready.length === 0 && launched.length < mostInFlight;
}

/** Whether there is something to send in all workspaces that have anything on its way, so that none needs the database. */
function canGoOn(everywhere: readonly Flights[], now: number): boolean {
  const busy = everywhere.filter(({ ready, launched }) => ready.length + launched.length > 0);
  const isSupplied = ({ ready, finished, late }: Flights): boolean =>
    ready.length > 0 && late(now).length === 0 && finished.length === 0;
  return busy.length > 0 && busy.every(isSupplied);
}

/** Some have arrived, others are still on the way. */
function isLanding({ finished, launched }: Flights): boolean {
  return finished.length > 0 && finished.length < launched.length;
}
