import type { Platform } from '../chat/person.ts';
import { isAwaited, type LaneWork, readLanes } from './lane-store.ts';
import type { RoundParts } from './round.ts';
import type { After } from './timer.ts';

/** `trouble`: these platforms could not be used, and something is left for them. */
export type Drained =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'trouble'; readonly platforms: readonly Platform[] }
  | { readonly ok: false; readonly why: 'stopped' };

const lookEveryMs = 100;
/** The database is away: who is told need not be told ten times a second. */
const pauseAfterErrorMs = 1_000;
const patienceWithTroubleMs = 20_000;

/** A retry, or a platform's Retry-After, further away than this is not waited for. */
const horizonMs = 10 * 60_000;

interface Draining extends Pick<RoundParts, 'db' | 'adapters' | 'clock'> {
  readonly after: After;
  readonly isStopped: () => boolean;
  readonly onError: (error: unknown) => void;
}

/**
 * Ends when nothing is left that this process could send: waiting for its turn, for a retry, or in the hands of another
 * process, whose leases are taken over when it is gone. What is meant for later is not waited for.
 */
export async function drain(draining: Draining): Promise<Drained> {
  const { clock, after } = draining;
  const startedAt = clock.now();
  const troubledSince = new Map<Platform, number>();
  while (!draining.isStopped()) {
    let pauseMs = lookEveryMs;
    try {
      const left = await platformsLeft(draining, startedAt);
      const troubled = left.filter((platform) => isInTrouble(draining, platform, troubledSince));
      if (left.length === 0) return { ok: true };
      if (troubled.length === left.length) return { ok: false, why: 'trouble', platforms: troubled };
    } catch (error) {
      draining.onError(error);
      pauseMs = pauseAfterErrorMs;
    }
    await new Promise<void>((resolve) => void after(pauseMs, resolve));
  }
  return { ok: false, why: 'stopped' };
}

async function platformsLeft(
  { db, adapters, clock }: Draining,
  startedAt: number,
): Promise<readonly Platform[]> {
  const now = clock.now();
  const left = new Set<Platform>();
  for (const lane of await readLanes(db)) {
    if (!adapters.has(lane.platform) || left.has(lane.platform)) continue;
    if (await isLeft(lane)) left.add(lane.platform);
  }
  return [...left];

  async function isLeft(lane: LaneWork): Promise<boolean> {
    if (lane.leaseUntil !== null) return true;
    if (lane.dueAt === null || lane.heldUntil > now + horizonMs) return false;
    return isAwaited(db, lane, { now, startedAt, until: now + horizonMs });
  }
}

function isInTrouble(
  { adapters, clock }: Draining,
  platform: Platform,
  since: Map<Platform, number>,
): boolean {
  if ((adapters.get(platform)?.trouble() ?? null) === null) {
    since.delete(platform);
    return false;
  }
  const begun = since.get(platform) ?? clock.now();
  since.set(platform, begun);
  return clock.now() - begun >= patienceWithTroubleMs;
}
