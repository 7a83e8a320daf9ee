import { sql } from 'kysely';
import type { Address } from '../chat/delivery.ts';
import type { MessageRef } from '../chat/event.ts';
import type { PersonRef } from '../chat/person.ts';
import { locksRows } from '../db/locks.ts';
import { opaque } from '../db/opaque.ts';
import { prepared } from '../db/prepared.ts';
import type { Executor } from '../db/schema.ts';
import { soonestRetryMs } from './backoff.ts';
import { type Lanes, saveLane, type Workspace } from './lane-store.ts';
import { afterGoing, mayGo, type Pace } from './pace.ts';
import type { Lane } from './table.ts';

/** How long what a process has claimed is its own. Deliveries give up earlier (see deliver.ts). */
const leaseMs = 15_000;

/** Of one workspace, all processes together: on the way, or arrived and not yet recorded. */
export const mostInFlight = 8;

/** A message that this process, and no other, is to deliver now. */
export interface Claim {
  readonly key: string;
  readonly to: PersonRef;
  readonly address: Address | null;
  readonly lane: Lane;
  /** As JSON. */
  readonly card: string;
  readonly version: number;
  /** This one included. */
  readonly attempts: number;
  readonly usefulUntil: number | null;
  /** For a change: the message to change, and where it stands. */
  readonly changes: { readonly key: string; readonly ref: MessageRef } | null;
  /** Tells this claim of the row from every other. */
  readonly lease: string;
  readonly claimedAt: number;
}

export interface Claiming {
  /** The state that `lockLanes` read, with what has been recorded since. */
  readonly lanes: Lanes;
  readonly pace: Pace;
  readonly now: number;
  readonly lease: string;
  /** The keys that this process has on their way: never claimed twice, even when a lease ran out meanwhile. */
  readonly ownKeys: readonly string[];
}

/**
 * Claims what may go now, oldest first, at most one message to a person at a time. Changes come before new messages:
 * they answer somebody who has just pressed a button.
 */
export async function claim(
  db: Executor,
  workspace: Workspace,
  claiming: Claiming,
): Promise<readonly Claim[]> {
  const { now, pace, lanes } = claiming;
  const busy = await countBusy(db, workspace, claiming);
  const claims: Claim[] = [];
  const freeAt = { change: lanes.change.nextFreeAt, post: lanes.post.nextFreeAt };
  for (const lane of ['change', 'post'] as const) {
    const { heldUntil } = lanes[lane];
    const free = mostInFlight - Math.max(busy, claiming.ownKeys.length) - claims.length;
    const most = heldUntil > now ? 0 : mayGo(freeAt[lane], now, pace, Math.max(0, free));
    if (most === 0) continue;
    const taken = await take(db, workspace, lane, most, claiming);
    claims.push(...taken);
    if (taken.length === 0 || pace.intervalMs === 0) continue;
    const nextFreeAt = afterGoing(freeAt[lane], now, pace, taken.length);
    for (const paced of pace.isShared ? (['change', 'post'] as const) : [lane]) {
      freeAt[paced] = nextFreeAt;
      await saveLane(db, workspace, paced, { heldUntil: lanes[paced].heldUntil, nextFreeAt });
    }
  }
  return claims;
}

/** How many are on their way, by whichever process. What a process that is no more has left is freed first. */
async function countBusy(db: Executor, workspace: Workspace, claiming: Claiming): Promise<number> {
  const { now, ownKeys } = claiming;
  const { rows: claimed } = await claimedRows(db, workspace);
  const isOver = ({ key, lease_until }: (typeof claimed)[number]): boolean => {
    if (ownKeys.includes(key)) return false;
    // A lease that ends far in the future was given before the clock was set back.
    return lease_until === null || lease_until <= now || lease_until > now + 2 * leaseMs;
  };
  const over = claimed.filter(isOver).map((row) => row.key);
  if (over.length > 0) {
    // The lease's name stays: should its process still be there, it can still say that the message has arrived.
    await db
      .updateTable('outbox')
      .set({ status: 'waiting', lease_until: null })
      .where('key', 'in', over)
      .execute();
  }
  return claimed.length - over.length;
}

const claimedRows = prepared((db, { platform, workspace }: Workspace) =>
  db
    .selectFrom('outbox')
    .select(['key', 'lease_until'])
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('status', '=', sql.lit('claimed' as const)),
);

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
    if (claims.has(row.person_id) || ownKeys.includes(row.key)) continue;
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
      claimedAt: now,
    });
  }
  const taken = [...claims.values()];
  if (taken.length > 0) {
    await leased(db, { keys: taken.map((one) => one.key), lease, leaseUntil: now + leaseMs });
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
    .limit(sql.lit(mostInFlight))
    // What a feature is changing or taking back right now is left for the next round. Other dispatchers are kept out by
    // `lockLanes` on either database.
    .$if(locksRows(db), (rows) => rows.forUpdate('outbox').skipLocked()),
);

const leased = prepared(
  (db, { keys, lease, leaseUntil }: { keys: readonly string[]; lease: string; leaseUntil: number }) =>
    db
      .updateTable('outbox')
      .set((outbox) => ({
        status: sql.lit('claimed' as const),
        attempts: outbox('attempts', '+', sql.lit(1)),
        lease_owner: lease,
        lease_until: leaseUntil,
      }))
      .where('key', 'in', keys),
  { keys: mostInFlight },
);

/** Hands claims back that could not be finished: they go out again soon, by whichever process. The try counts. */
export async function giveBack(db: Executor, claims: readonly Claim[], now: number): Promise<void> {
  for (const { key, lease } of claims) {
    await db
      .updateTable('outbox')
      .set({ status: 'waiting', lease_until: null, due_at: now + soonestRetryMs })
      .where('key', '=', key)
      .where('lease_owner', '=', lease)
      .execute();
  }
}
