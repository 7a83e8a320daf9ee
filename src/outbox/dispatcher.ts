import { setImmediate as nextTurn } from 'node:timers/promises';
import { transact } from '../db/transact.ts';
import { createBell } from './bell.ts';
import { type Claim, mostInFlight } from './claim-store.ts';
import { followClockBack, noticedMs } from './clock-store.ts';
import { deliver } from './deliver.ts';
import { type Drained, drain } from './drain.ts';
import { expireOverdue } from './expire-store.ts';
import { createFlights, type Flights } from './flights.ts';
import { type LaneWork, readLanes, type Workspace } from './lane-store.ts';
import { goesAt, type Pace, paceOf } from './pace.ts';
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
  let lookedAt = Number.NEGATIVE_INFINITY;

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
      let sleep = pollMs;
      for (const lanes of byWorkspace(await readLanes(db))) sleep = Math.min(sleep, await serve(lanes));
      return sleep;
    } catch (error) {
      return pauseAfter(error, 'all');
    }
  }

  async function followClock(): Promise<void> {
    const [before, now] = [lookedAt, clock.now()];
    if (now < before - noticedMs) {
      await transact(db, (transaction) => followClockBack(transaction, { before, now }));
      log.warn('the clock was set back: what it had put off has been called back', { ms: before - now });
    }
    lookedAt = now;
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

  async function serve(lanes: readonly [LaneWork, ...LaneWork[]]): Promise<number> {
    const [{ platform }] = lanes;
    const flights = flightsIn(lanes[0]);
    const pause = pauseOf(flights);
    if (pause > 0) return pause;
    const adapter = adapters.get(platform);
    const isOpen = !isStopping && adapter !== undefined && adapter.trouble() === null;
    const now = clock.now();
    const readyIn =
      isOpen && hasRoom(flights) ? readyAt(lanes, now, paceOf(parts.allowance(platform))) - now : pollMs;
    const recorded = flights.finished.length;
    if (recorded === 0 && readyIn > 0) return readyIn;
    try {
      const claims = await playRound(flights, isOpen ? 'claim' : 'record');
      for (const claim of claims) launch(flights, claim);
      if (!hasRoom(flights)) return pollMs;
      return recorded + claims.length > 0 ? 0 : blockedMs;
    } catch (error) {
      return pauseAfter(error, flights);
    }
  }

  function launch(flights: Flights, claim: Claim): void {
    const adapter = adapters.get(claim.to.platform);
    if (adapter === undefined) return;
    flights.launch(claim);
    const arrived = metrics.delivering(claim.to.platform, claim.attempts);
    void deliver(claim, { adapter, after: timers.after, log }).then((result) => {
      arrived();
      flights.land(claim, result);
      bell.ring();
    });
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
    return Math.min(pauseMs, (pausedUntil.get(whom) ?? 0) - clock.now());
  }

  /** Until everything has arrived or the time is up, at the end of which what has not arrived is handed back. */
  async function land(graceMs: number): Promise<void> {
    const until = clock.now() + graceMs;
    for (;;) {
      const isTimeUp = clock.now() >= until;
      for (const flights of flightsOf.values()) {
        if (flights.finished.length > 0 || (isTimeUp && flights.claims.length > 0)) {
          await playRound(flights, isTimeUp ? 'give-back' : 'record').catch((error: unknown) =>
            pauseAfter(error, flights),
          );
        }
      }
      const isAllDown = [...flightsOf.values()].every((flights) => flights.claims.length === 0);
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

function hasRoom(flights: Flights): boolean {
  return flights.claims.length < mostInFlight;
}

/** Some have arrived, others are still on the way. */
function isLanding({ finished, claims }: Flights): boolean {
  return finished.length > 0 && finished.length < claims.length;
}

/** When the first lane has something that may go, or a lease ends that has to be taken over. */
function readyAt(lanes: readonly LaneWork[], now: number, pace: Pace): number {
  const instants = lanes.map(({ dueAt, heldUntil, nextFreeAt, leaseUntil }) => {
    const goes = dueAt === null ? Infinity : Math.max(dueAt, heldUntil, goesAt(nextFreeAt, now, pace));
    return Math.min(goes, leaseUntil ?? Infinity);
  });
  return Math.min(...instants);
}

function byWorkspace(work: readonly LaneWork[]): Iterable<[LaneWork, ...LaneWork[]]> {
  const groups = new Map<string, [LaneWork, ...LaneWork[]]>();
  for (const lane of work) {
    const key = `${lane.platform} ${lane.workspace}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [lane]);
    else group.push(lane);
  }
  return groups.values();
}
