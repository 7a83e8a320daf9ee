import { sql } from 'kysely';
import { among } from '../db/among.ts';
import { locksRows } from '../db/locks.ts';
import { opaque } from '../db/opaque.ts';
import { prepared } from '../db/prepared.ts';
import type { Executor } from '../db/schema.ts';
import { type Claim, leaseMs, mostClaimed } from './claim.ts';
import { type Lanes, laneNames, saveLane, type Workspace } from './lane-store.ts';
import { afterGoing, mayGo, type Pace } from './pace.ts';
import type { Lane } from './table.ts';

export interface Claiming {
  /** As `lockLanes` read them, with what has been recorded since. */
  readonly lanes: Lanes;
  readonly pace: Pace;
  readonly now: number;
  readonly lease: string;
  /** What this process has on its way already: never claimed twice, even when a lease ran out meanwhile. */
  readonly ownKeys: ReadonlySet<string>;
  /** Those that have something due. */
  readonly dueLanes: readonly Lane[];
}

/** Claims what may go now, changes first, the oldest first, at most one message to a person at a time. */
export async function claim(
  db: Executor,
  workspace: Workspace,
  claiming: Claiming,
): Promise<readonly Claim[]> {
  const { now, pace, lanes } = claiming;
  const places = await freePlaces(db, workspace, claiming);
  const freeAt = { change: lanes.change.nextFreeAt, post: lanes.post.nextFreeAt };
  const claims: Claim[] = [];
  for (const lane of laneNames.filter((one) => claiming.dueLanes.includes(one))) {
    const { heldUntil } = lanes[lane];
    const most = heldUntil > now ? 0 : mayGo(freeAt[lane], now, pace, places - claims.length);
    const taken = most === 0 ? [] : await take(db, workspace, lane, most, claiming);
    claims.push(...taken);
    if (taken.length === 0 || pace.intervalMs === 0) continue;
    const nextFreeAt = afterGoing(freeAt[lane], now, pace, taken.length);
    for (const paced of pace.isShared ? laneNames : [lane]) {
      freeAt[paced] = nextFreeAt;
      await saveLane(db, workspace, paced, { heldUntil: lanes[paced].heldUntil, nextFreeAt });
    }
  }
  return claims;
}

/** How many of the workspace's places are free, after what a dead process held has been freed. */
async function freePlaces(db: Executor, workspace: Workspace, { now, ownKeys }: Claiming): Promise<number> {
  const { rows } = await claimedRows(db, workspace);
  const others = rows.filter(({ key }) => !ownKeys.has(key));
  const over = others.filter(({ lease_until: until }) => isOver(until, now)).map(({ key }) => key);
  if (over.length > 0) {
    // The lease's name stays: should its process still be there, it can still say that the message has arrived.
    await db
      .updateTable('outbox')
      .set({ status: 'waiting', lease_until: null })
      .where(among(db, 'key', over))
      .execute();
  }
  return Math.max(0, mostClaimed - ownKeys.size - (others.length - over.length));
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

/** Leases up to `most` messages that are due in a lane. */
async function take(
  db: Executor,
  workspace: Workspace,
  lane: Lane,
  most: number,
  { now, lease, ownKeys }: Claiming,
): Promise<readonly Claim[]> {
  const { rows } = await dueRows(db, { ...workspace, lane, now });
  const claims = new Map<string, Claim>();
  for (const row of rows) {
    if (claims.size === most) break;
    if (claims.has(row.person_id) || ownKeys.has(row.key)) continue;
    const { changes_key, message_ref } = row;
    claims.set(row.person_id, {
      key: row.key,
      to: { platform: workspace.platform, workspace: workspace.workspace, id: row.person_id },
      address: row.address,
      lane,
      card: row.card ?? '',
      version: row.version,
      attempts: row.attempts + 1,
      usefulUntil: row.useful_until,
      changes: changes_key === null || message_ref === null ? null : { key: changes_key, ref: message_ref },
      lease,
    });
  }
  const taken = [...claims.values()];
  if (taken.length > 0) {
    await db
      .updateTable('outbox')
      .set((outbox) => ({
        status: 'claimed',
        attempts: outbox('attempts', '+', 1),
        lease_owner: lease,
        lease_until: now + leaseMs,
      }))
      .where(
        among(
          db,
          'key',
          taken.map(({ key }) => key),
        ),
      )
      .execute();
  }
  return taken;
}

interface Due extends Workspace {
  readonly lane: Lane;
  readonly now: number;
}

const dueRows = prepared((db, { platform, workspace, lane, now }: Due) =>
  db
    .selectFrom('outbox')
    .leftJoin('addresses', (join) =>
      join
        .onRef('addresses.platform', '=', 'outbox.platform')
        .onRef('addresses.person_id', '=', 'outbox.person_id'),
    )
    .select(['key', 'outbox.person_id', 'address', 'card', 'version', 'attempts', 'useful_until'])
    .select(['changes_key', 'message_ref'])
    .where('outbox.platform', '=', opaque(platform))
    .where('workspace', '=', opaque(workspace))
    .where('lane', '=', opaque(lane))
    .where('status', '=', sql.lit('waiting' as const))
    .where('due_at', '<=', now)
    .where((outbox) => outbox.or([outbox('useful_until', 'is', null), outbox('useful_until', '>', now)]))
    .where('outbox.person_id', 'not in', (others) =>
      others
        .selectFrom('outbox as other')
        .select('other.person_id')
        .where('other.platform', '=', opaque(platform))
        .where('other.workspace', '=', opaque(workspace))
        .where('other.status', '=', sql.lit('claimed' as const)),
    )
    .orderBy('due_at')
    .limit(sql.lit(mostClaimed))
    // What a feature is changing or taking back right now is left for the next round. Other dispatchers are kept out by
    // `lockLanes` on either database.
    .$if(locksRows(db), (rows) => rows.forUpdate('outbox').skipLocked()),
);
