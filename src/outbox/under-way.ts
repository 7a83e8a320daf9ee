import type { DeliveryResult } from '../chat/delivery.ts';
import type { Answer, Claim } from './claim.ts';
import type { Workspace } from './lane-store.ts';
import type { Lane } from './table.ts';

/** A platform that took a message so recently is not away. Longer than the longest pause between two tries of one message. */
const upMs = 5 * 60_000;

/** What this process has claimed in one workspace: each is on its way, then answered, then recorded and gone from here. */
export interface UnderWay {
  readonly workspace: Workspace;
  readonly onTheWay: readonly Claim[];
  /** Not recorded yet. */
  readonly answers: readonly Answer[];
  take(claims: readonly Claim[]): void;
  answer(claim: Claim, result: DeliveryResult, now: number): void;
  /** Recorded, or given back. */
  forget(claims: readonly Claim[]): void;
  /** Whether a message of this lane has arrived just now, as far as this process knows. */
  isGettingThrough(lane: Lane, now: number): boolean;
}

export function createUnderWay(workspace: Workspace): UnderWay {
  const onTheWay = new Set<Claim>();
  const answers = new Map<Claim, Answer>();
  const arrivedAt = new Map<Lane, number>();
  return {
    workspace,
    get onTheWay() {
      return [...onTheWay];
    },
    get answers() {
      return [...answers.values()];
    },
    take: (claims) => {
      for (const claim of claims) onTheWay.add(claim);
    },
    answer: (claim, result, now) => {
      if (result.ok) arrivedAt.set(claim.lane, now);
      // What was given back meanwhile is somebody else's by now.
      if (onTheWay.delete(claim)) answers.set(claim, { claim, result });
    },
    forget: (claims) => {
      for (const claim of claims) {
        onTheWay.delete(claim);
        answers.delete(claim);
      }
    },
    isGettingThrough: (lane, now) => Math.abs(now - (arrivedAt.get(lane) ?? -Infinity)) < upMs,
  };
}
