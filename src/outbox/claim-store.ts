import { sql } from 'kysely';
import type { Platform } from '../chat/person.ts';
import { among } from '../db/among.ts';
import { locksRows } from '../db/locks.ts';
import type { Executor } from '../db/schema.ts';
import { inWorkspaces, type LockedLanes, laneNames, type Workspace, workspaceKey } from './lane-store.ts';
import { afterGoing, mayGo, type Pace } from './pace.ts';
import type { Lane } from './table.ts';
import { type Claim, leaseMs, mostClaimed } from './under-way.ts';

/** A workspace in which this process may claim. */
export interface Claimant {
  readonly workspace: Workspace;
  /** Never claimed twice, even when a lease ran out meanwhile. */
  readonly onTheWay: readonly Claim[];
  /** Those that have something due. */
  readonly dueLanes: readonly Lane[];
}

export interface Claiming {
  readonly lanes: LockedLanes;
  readonly pace: (platform: Platform) => Pace;
  readonly now: number;
  readonly lease: string;
}

/** Claims what may go now, changes first, the oldest first, at most one message to a person at a time. */
export async function claim(
  db: Executor,
  claimants: readonly Claimant[],
  claiming: Claiming,
): Promise<readonly (readonly Claim[])[]> {
  if (claimants.length === 0) return [];
  const others = await othersClaims(db, claimants, claiming.now);
  const claims: (readonly Claim[])[] = [];
  for (const one of claimants) {
    claims.push(await choose(db, one, others.get(workspaceKey(one.workspace)) ?? [], claiming));
  }
  await leaseRows(db, claims.flat(), claiming);
  return claims;
}

interface Claimed extends Workspace {
  readonly person_id: string;
}

/** What other processes have claimed in these workspaces, after what dead ones held has been freed. */
async function othersClaims(
  db: Executor,
  claimants: readonly Claimant[],
  now: number,
): Promise<ReadonlyMap<string, readonly Claimed[]>> {
  const workspaces = claimants.map(({ workspace }) => workspace);
  const own = new Set(claimants.flatMap(({ onTheWay }) => onTheWay.map(({ key }) => key)));
  const rows = await db
    .selectFrom('outbox')
    .select(['platform', 'workspace', 'person_id', 'key', 'lease_until'])
    .where(inWorkspaces(db, workspaces))
    .where('status', '=', sql.lit('claimed' as const))
    .execute();
  const others = rows.filter(({ key }) => !own.has(key));
  const over = others.filter(({ lease_until: until }) => isOver(until, now));
  if (over.length > 0) {
    // The lease's name stays: should its process still be there, it can still say that the message has arrived.
    await db
      .updateTable('outbox')
      .set({ status: 'waiting', lease_until: null })
      .where(among(db, 'key', keysOf(over)))
      .execute();
  }
  return Map.groupBy(
    others.filter((row) => !over.includes(row)),
    workspaceKey,
  );
}

/** A lease that ends far in the future was given before the clock was set back. */
function isOver(leaseUntil: number | null, now: number): boolean {
  return leaseUntil === null || leaseUntil <= now || leaseUntil > now + 2 * leaseMs;
}

/** Takes from each lane what its pace allows, as long as there are places. */
async function choose(
  db: Executor,
  { workspace, onTheWay, dueLanes }: Claimant,
  others: readonly Claimed[],
  { lanes, pace: paceFor, now, lease }: Claiming,
): Promise<readonly Claim[]> {
  const pace = paceFor(workspace.platform);
  const claims: Claim[] = [];
  for (const lane of laneNames.filter((one) => dueLanes.includes(one))) {
    const { heldUntil, nextFreeAt } = lanes.of(workspace, lane);
    const places = Math.max(0, mostClaimed - onTheWay.length - others.length - claims.length);
    const most = heldUntil > now ? 0 : mayGo(nextFreeAt, now, pace, places);
    if (most === 0) continue;
    // Nobody has two on the way. What is ours stays ours, even when its lease ran out meanwhile.
    const busy = [...others.map((one) => one.person_id), ...[...onTheWay, ...claims].map(({ to }) => to.id)];
    const rows = await dueRows(db, { ...workspace, lane, now, busy, most });
    const isFirst = (row: DueRow) => rows.find((one) => one.person_id === row.person_id) === row;
    const taken = rows.filter(isFirst);
    claims.push(...taken.map((row) => claimOf(row, workspace, lane, lease)));
    if (taken.length === 0 || pace.intervalMs === 0) continue;
    const next = afterGoing(nextFreeAt, now, pace, taken.length);
    for (const paced of pace.isShared ? laneNames : [lane]) {
      lanes.change(workspace, paced, { nextFreeAt: next });
    }
  }
  return claims;
}

function claimOf(row: DueRow, workspace: Workspace, lane: Lane, lease: string): Claim {
  const { changes_key: changed, message_ref: ref } = row;
  return {
    key: row.key,
    to: { platform: workspace.platform, workspace: workspace.workspace, id: row.person_id },
    address: row.address,
    lane,
    card: row.card ?? '',
    version: row.version,
    attempts: row.attempts + 1,
    usefulUntil: row.useful_until,
    changes: changed === null || ref === null ? null : { key: changed, ref },
    lease,
  };
}

interface Due extends Workspace {
  readonly lane: Lane;
  readonly now: number;
  readonly busy: readonly string[];
  readonly most: number;
}

type DueRow = Awaited<ReturnType<typeof dueRows>>[number];

/** The oldest that are due, to people who are not busy. A server locks every row that it looks at: no more than may go. */
function dueRows(db: Executor, { platform, workspace, lane, now, busy, most }: Due) {
  return (
    db
      .selectFrom('outbox')
      .leftJoin('addresses', (join) =>
        join
          .onRef('addresses.platform', '=', 'outbox.platform')
          .onRef('addresses.workspace', '=', 'outbox.workspace')
          .onRef('addresses.person_id', '=', 'outbox.person_id'),
      )
      .select(['key', 'outbox.person_id', 'address', 'card', 'version', 'attempts', 'useful_until'])
      .select(['changes_key', 'message_ref'])
      .where('outbox.platform', '=', platform)
      .where('outbox.workspace', '=', workspace)
      .where('lane', '=', lane)
      .where('status', '=', sql.lit('waiting' as const))
      .where('due_at', '<=', now)
      .where((outbox) => outbox.or([outbox('useful_until', 'is', null), outbox('useful_until', '>', now)]))
      .where(({ not }) => not(among(db, 'outbox.person_id', busy)))
      .orderBy('due_at')
      .limit(sql.lit(most))
      // What a feature is changing or taking back right now is left for the next round. Other dispatchers are kept out by
      // `lockLanes` on either database.
      .$if(locksRows(db), (rows) => rows.forUpdate('outbox').skipLocked())
      .execute()
  );
}

async function leaseRows(db: Executor, claims: readonly Claim[], { lease, now }: Claiming): Promise<void> {
  if (claims.length === 0) return;
  await db
    .updateTable('outbox')
    .set((outbox) => ({
      status: 'claimed',
      attempts: outbox('attempts', '+', 1),
      lease_owner: lease,
      lease_until: now + leaseMs,
    }))
    .where(among(db, 'key', keysOf(claims)))
    .execute();
}

function keysOf(some: readonly { readonly key: string }[]): readonly string[] {
  return some.map(({ key }) => key);
}
