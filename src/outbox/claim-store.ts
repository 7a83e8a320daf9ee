import { sql } from 'kysely';
import { among } from '../db/among.ts';
import { prepared } from '../db/prepared.ts';
import type { Executor } from '../db/schema.ts';
import { type Claim, leaseMs, mostInFlight } from './claim.ts';
import { type Lanes, saveLane, type Workspace } from './lane-store.ts';
import { afterGoing, mayGo, type Pace } from './pace.ts';
import type { Lane } from './table.ts';
import { take } from './take-store.ts';

export interface Claiming {
  /** The state that `lockLanes` read, with what has been recorded since. */
  readonly lanes: Lanes;
  readonly pace: Pace;
  readonly now: number;
  readonly lease: string;
  /** The keys that this process has already: never claimed twice, even when a lease ran out meanwhile. */
  readonly ownKeys: readonly string[];
  /** Those that have something due. */
  readonly dueLanes: readonly Lane[];
  /** How many this process may have in all, where nobody else has any and there is no pace to keep. */
  readonly reach: number;
}

const goFirst = ['change', 'post'] as const;

/**
 * Claims what may go now, oldest first, at most one message to a person at a time. Changes come before new messages:
 * they answer somebody who has just pressed a button.
 */
export async function claim(
  db: Executor,
  workspace: Workspace,
  claiming: Claiming,
): Promise<readonly Claim[]> {
  const { now, pace, lanes, lease, ownKeys } = claiming;
  const room = await findRoom(db, workspace, claiming);
  const claims: Claim[] = [];
  const freeAt = { change: lanes.change.nextFreeAt, post: lanes.post.nextFreeAt };
  for (const lane of goFirst.filter((one) => claiming.dueLanes.includes(one))) {
    const { heldUntil } = lanes[lane];
    const most = heldUntil > now ? 0 : mayGo(freeAt[lane], now, pace, Math.max(0, room - claims.length));
    if (most === 0) continue;
    const taken = await take(db, workspace, { lane, most, now, lease, ownKeys });
    claims.push(...taken);
    if (taken.length === 0 || pace.intervalMs === 0) continue;
    const nextFreeAt = afterGoing(freeAt[lane], now, pace, taken.length);
    for (const paced of pace.isShared ? goFirst : [lane]) {
      freeAt[paced] = nextFreeAt;
      await saveLane(db, workspace, paced, { heldUntil: lanes[paced].heldUntil, nextFreeAt });
    }
  }
  return claims;
}

/**
 * How many more may be claimed. Whoever is alone may have more than can be on their way, and so keeps the others out until
 * there are fewer. What a process that is no more has left is freed first.
 */
async function findRoom(db: Executor, workspace: Workspace, claiming: Claiming): Promise<number> {
  const { now, ownKeys, pace, reach } = claiming;
  const own = new Set(ownKeys);
  const { rows: claimed } = await claimedRows(db, workspace);
  const others = claimed.filter(({ key }) => !own.has(key));
  const over = others.filter(({ lease_until: until }) => isOver(until, now)).map((row) => row.key);
  if (over.length > 0) {
    // The lease's name stays: should its process still be there, it can still say that the message has arrived.
    await db
      .updateTable('outbox')
      .set({ status: 'waiting', lease_until: null })
      .where(among(db, 'key', over))
      .execute();
  }
  const isAlone = others.length === over.length;
  const most = isAlone && pace.intervalMs === 0 ? reach : mostInFlight;
  return most - own.size - (others.length - over.length);
}

/** A lease that ends far in the future was given before the clock was set back. */
function isOver(leaseUntil: number | null, now: number): boolean {
  return leaseUntil === null || leaseUntil <= now || leaseUntil > now + 2 * leaseMs;
}

const claimedRows = prepared((db, { platform, workspace }: Workspace) =>
  db
    .selectFrom('outbox')
    .select(['key', 'lease_until'])
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('status', '=', sql.lit('claimed' as const)),
);
