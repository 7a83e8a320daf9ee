/*
 * The life of a message, one row of `outbox` (the words are the row's `status`):
 *
 *      enqueue, change
 *            |
 *            v             a round leases it for 15 s
 *         waiting ------------------------------------------> claimed: on its way, then
 *          |   ^                                               |   answered, then recorded
 *          |   |  failed for now: due again in 2.5 to 75 s,    |
 *          |   |  or when the platform says                    |
 *          |   +-----------------------------------------------+
 *          |   |  handed back when its process stops, freed    |
 *          |   |  when its lease is over                       |
 *          |   |                                               +--> sent         the platform has taken it
 *          |   |  sent, but a newer card came meanwhile:       +--> unreachable  its person can't be reached
 *          |   +-- a change of it waits in turn                +--> failed       refused, or tried too often
 *          |
 *          +--> expired, or failed if it has been tried: of no use any more
 *          +--> no row: taken back by a feature, or its person erased
 *
 * This loop looks what each workspace has to do (lane-store.ts), plays one round for those that can do something now
 * (round.ts), hands what was claimed to the platform (deliver.ts), and sleeps until an answer or a commit rings, or the
 * next message may go.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Platform } from '../chat/person.ts';
import { codeOf, isOfDatabase } from '../db/failures.ts';
import { createBell } from './bell.ts';
import { deliver } from './deliver.ts';
import { type Drained, drain } from './drain.ts';
import { readLanes, type Workspace, workspaceKey } from './lane-store.ts';
import { byWorkspace, dueIn, readyAt, type WorkspaceWork } from './lane-work.ts';
import { paceOf } from './pace.ts';
import { createRound, type RoundParts, type Task } from './round.ts';
import { tellFailedRound } from './tell.ts';
import { type After, createTimers, systemAfter } from './timer.ts';
import { patientHook } from './undelivered.ts';
import { type Claim, createUnderWay, mostClaimed, type UnderWay } from './under-way.ts';
import { createUpkeep } from './upkeep.ts';

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

/** So many workspaces share a round at most: answers to people want to write as well. */
const mostTogether = 32;

/** After a database error or a bug. */
const pauseMs = 1_000;

interface Plan {
  readonly task: Task | null;
  readonly nextIn: number;
}

export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { db, adapters, clock, log, metrics } = parts;
  const timers = createTimers(parts.after ?? systemAfter);
  const bell = createBell(timers.after);
  const onUndelivered = patientHook(parts);
  const upkeep = createUpkeep(parts, onUndelivered);
  const playRound = createRound(parts, onUndelivered);
  const underWayIn = new Map<string, UnderWay>();
  const pausedUntil = new Map<UnderWay | 'all', number>();
  let running: Promise<void> | null = null;
  let isStopping = false;

  async function run(): Promise<void> {
    while (!isStopping) {
      await bell.sleep(await pass());
      // An embedded database never waits for anything: answers and everyone else get their turn here.
      await nextTurn();
    }
  }

  /** Does once all that can be done now, and says how long the loop may sleep. */
  async function pass(): Promise<number> {
    const pause = pauseOf('all');
    if (pause > 0) return pause;
    try {
      await upkeep();
      const plans = byWorkspace(await readLanes(db)).map(plan);
      const tasks = plans.flatMap(({ task }) => (task === null ? [] : [task]));
      let sleep = Math.min(pollMs, ...plans.map(({ nextIn }) => nextIn));
      for (let from = 0; from < tasks.length && !isStopping; from += mostTogether) {
        sleep = Math.min(sleep, await play(tasks.slice(from, from + mostTogether)));
        await nextTurn();
      }
      return sleep;
    } catch (error) {
      return pauseAfter(error, 'all');
    }
  }

  /** What there is to do in a workspace now, and in how many milliseconds there may be more, unless the bell rings. */
  function plan(lanes: WorkspaceWork): Plan {
    const [{ platform }] = lanes;
    const underWay = underWayOf(lanes[0]);
    const pause = pauseOf(underWay);
    if (pause > 0) return { task: null, nextIn: pause };
    const now = clock.now();
    const mayClaim = adapterOf(platform) !== null && underWay.onTheWay.length < mostClaimed;
    const readyIn = mayClaim ? readyAt(lanes, now, paceOf(parts.allowance(platform))) - now : pollMs;
    if (readyIn <= 0) {
      return { task: { underWay, aim: { claimFrom: dueIn(lanes, now) } }, nextIn: blockedMs };
    }
    return { task: underWay.answers.length > 0 ? { underWay, aim: 'record' } : null, nextIn: readyIn };
  }

  /**
   * Plays a round, sends what it has claimed, and says when the next may go. What fails for several workspaces is done for
   * each alone, unless it is the database that fails.
   */
  async function play(tasks: readonly Task[]): Promise<number> {
    let nextIn = pollMs;
    try {
      for (const { underWay, claims } of await playRound(tasks)) {
        const { intervalMs, earlyMs } = paceOf(parts.allowance(underWay.workspace.platform));
        if (claims.length > 0 && intervalMs > 0) nextIn = Math.min(nextIn, intervalMs - earlyMs);
        for (const claim of claims) send(underWay, claim);
      }
    } catch (error) {
      const [first, ...more] = tasks;
      if (more.length > 0 && isOfDatabase(codeOf(error))) return pauseAfter(error, 'all');
      if (first !== undefined && more.length === 0) return pauseAfter(error, first.underWay);
      for (const task of tasks) nextIn = Math.min(nextIn, await play([task]));
    }
    return nextIn;
  }

  function send(underWay: UnderWay, claim: Claim): void {
    const { platform } = claim.to;
    const adapter = adapters.get(platform);
    if (adapter === undefined) return;
    const delivered = metrics.delivering(platform, claim.attempts);
    void deliver(claim, { adapter, after: timers.after, log }).then((result) => {
      delivered();
      underWay.answer(claim, result, clock.now());
      bell.ring();
    });
  }

  /** The platform's adapter, as long as it may be used. */
  function adapterOf(platform: Platform) {
    const adapter = adapters.get(platform);
    return isStopping || adapter === undefined || adapter.trouble() !== null ? null : adapter;
  }

  function underWayOf({ platform, workspace }: Workspace): UnderWay {
    const key = workspaceKey({ platform, workspace });
    const underWay = underWayIn.get(key) ?? createUnderWay({ platform, workspace });
    underWayIn.set(key, underWay);
    return underWay;
  }

  function pauseAfter(error: unknown, who: UnderWay | 'all'): number {
    metrics.roundFailed();
    tellFailedRound(log, error, who === 'all' ? undefined : who.workspace);
    pausedUntil.set(who, clock.now() + pauseMs);
    return pauseMs;
  }

  function pauseOf(who: UnderWay | 'all'): number {
    const left = (pausedUntil.get(who) ?? 0) - clock.now();
    // One that ends later began before the clock was set back.
    return left > pauseMs ? 0 : left;
  }

  /** Until everything is answered or the time is up, at the end of which the rest is handed back. */
  async function land(graceMs: number): Promise<void> {
    const until = clock.now() + graceMs;
    for (;;) {
      const isTimeUp = clock.now() >= until;
      for (const underWay of underWayIn.values()) {
        const { answers, onTheWay } = underWay;
        if (answers.length === 0 && !(isTimeUp && onTheWay.length > 0)) continue;
        await playRound([{ underWay, aim: isTimeUp ? 'give back' : 'record' }]).catch((error: unknown) =>
          pauseAfter(error, underWay),
        );
      }
      const isAllDone = [...underWayIn.values()].every(
        ({ answers, onTheWay }) => answers.length + onTheWay.length === 0,
      );
      if (isAllDone || isTimeUp) return;
      await bell.sleep(Math.min(pauseMs, until - clock.now()));
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
      const onError = (error: unknown): void => tellFailedRound(log, error);
      return drain({ db, adapters, clock, after, isStopped: () => isStopping, onError });
    },
  };
}
