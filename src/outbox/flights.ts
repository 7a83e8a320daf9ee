import type { DeliveryResult } from '../chat/delivery.ts';
import { type Claim, mostClaimed, mostInFlight } from './claim.ts';
import type { Workspace } from './lane-store.ts';
import type { Finished } from './record-store.ts';

/**
 * So long after its claim a message may set out. An answer, which may take 12 s (see deliver.ts), is then recorded before the
 * lease ends; and what has been ended or erased in the meantime was claimed only just before.
 */
const freshMs = 1_000;

/** What this process has claimed in one workspace: each is ready, then on its way, then has arrived, then is recorded. */
export interface Flights {
  readonly workspace: Workspace;
  /** Not on their way yet. */
  readonly ready: readonly Claim[];
  /** On their way, or arrived and not yet recorded: at most `mostInFlight`. */
  readonly launched: readonly Claim[];
  /** Arrived, and not yet recorded. */
  readonly finished: readonly Finished[];
  /** How many may be claimed in all: it doubles with each claim, until something has to be given back. */
  readonly reach: number;
  /** Keeps claims until they may go. */
  take(claims: readonly Claim[]): void;
  /** Whether the platform has failed or asked for silence, and that is not recorded yet: nothing more sets out. */
  readonly isHalted: boolean;
  /** The next that is to set out, and from now on is on its way; null when none may. */
  launchNext(now: number): Claim | null;
  /** Those that were not on their way in time, or were claimed before the clock was set back: not to be sent any more. */
  late(now: number): readonly Claim[];
  land(claim: Claim, result: DeliveryResult): void;
  /** Recorded, or given back. */
  forget(claims: readonly Claim[]): void;
  /** From now on no more are claimed than may set out at once, and then again more and more. */
  slowDown(): void;
}

export function createFlights(workspace: Workspace): Flights {
  const ready = new Set<Claim>();
  const launched = new Set<Claim>();
  let finished: readonly Finished[] = [];
  let reach = mostInFlight;
  const isLate = ({ claimedAt }: Claim, now: number): boolean => now < claimedAt || now > claimedAt + freshMs;
  const isHalted = (): boolean => finished.some(({ result }) => halts(result));
  return {
    workspace,
    get ready() {
      return [...ready];
    },
    get launched() {
      return [...launched];
    },
    get finished() {
      return finished;
    },
    get reach() {
      return reach;
    },
    get isHalted() {
      return isHalted();
    },
    take: (claims) => {
      for (const claim of claims) ready.add(claim);
      if (claims.length > 0) reach = Math.min(2 * reach, mostClaimed);
    },
    launchNext: (now) => {
      if (launched.size >= mostInFlight || isHalted()) return null;
      for (const claim of ready) {
        if (isLate(claim, now)) continue;
        ready.delete(claim);
        launched.add(claim);
        return claim;
      }
      return null;
    },
    late: (now) => [...ready].filter((claim) => isLate(claim, now)),
    land: (claim, result) => {
      if (launched.has(claim)) finished = [...finished, { claim, result }];
    },
    forget: (done) => {
      for (const claim of done) {
        ready.delete(claim);
        launched.delete(claim);
      }
      finished = finished.filter(({ claim }) => launched.has(claim));
    },
    slowDown: () => {
      reach = mostInFlight;
    },
  };
}

/** Whether what follows should wait for the outcome to be recorded: it may change when the next message may go. */
function halts(result: DeliveryResult): boolean {
  return !result.ok && (result.why === 'rate-limited' || result.why === 'temporary');
}
