import { sql } from 'kysely';
import type { Address } from '../chat/delivery.ts';
import type { MessageRef } from '../chat/event.ts';
import type { PersonRef } from '../chat/person.ts';
import { locksRows } from '../db/locks.ts';
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
  const busy = await findBusy(db, workspace, claiming);
  const claims: Claim[] = [];
  const freeAt = { change: lanes.change.nextFreeAt, post: lanes.post.nextFreeAt };
  for (const lane of ['change', 'post'] as const) {
    const { heldUntil } = lanes[lane];
    const free = mostInFlight - Math.max(busy.length, claiming.ownKeys.length) - claims.length;
    const most = heldUntil > now ? 0 : mayGo(freeAt[lane], now, pace, Math.max(0, free));
    if (most === 0) continue;
    const people = [...busy, ...claims.map((one) => one.to.id)];
    const taken = await take(db, workspace, lane, most, people, claiming);
    claims.push(...taken);
    if (taken.length === 0 || pace.intervalMs === 0) continue;
    const nextFreeAt = afterGoing(freeAt[lane], now, pace, taken.length);
    for (const paced of pace.isShared ? (['change', 'post'] as const) : [lane]) {
      freeAt[paced] = nextFreeAt;
      await saveLane(db, workspace, paced, { heldUntil: lanes[paced].heldUntil, nextFreeAt });
    }
  }
  if (claims.length > 0) {
    await db
      .updateTable('outbox')
      .set((outbox) => ({
        status: 'claimed',
        attempts: outbox('attempts', '+', 1),
        lease_owner: claiming.lease,
        lease_until: now + leaseMs,
      }))
      .where(
        'key',
        'in',
        claims.map((one) => one.key),
      )
      .execute();
  }
  return claims;
}

/** To whom something is on its way, by whichever process. What a process that is no more has left is freed first. */
async function findBusy(
  db: Executor,
  { platform, workspace }: Workspace,
  claiming: Claiming,
): Promise<readonly string[]> {
  const { now, ownKeys } = claiming;
  const claimed = await db
    .selectFrom('outbox')
    .select(['key', 'person_id', 'lease_until'])
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('status', '=', sql.lit('claimed' as const))
    .execute();
  const isOver = ({ key, lease_until }: (typeof claimed)[number]): boolean => {
    if (ownKeys.includes(key)) return false;
    // A lease that ends far in the future was given before the clock was set back.
    return lease_until === null || lease_until <= now || lease_until > now + 2 * leaseMs;
  };
  const over = claimed.filter(isOver);
  if (over.length > 0) {
    // The lease's name stays: should its process still be there, it can still say that the message has arrived.
    await db
      .updateTable('outbox')
      .set({ status: 'waiting', lease_until: null })
      .where(
        'key',
        'in',
        over.map((row) => row.key),
      )
      .execute();
  }
  return claimed.filter((row) => !over.includes(row)).map((row) => row.person_id);
}

async function take(
  db: Executor,
  { platform, workspace }: Workspace,
  lane: Lane,
  most: number,
  busy: readonly string[],
  { now, lease }: Claiming,
): Promise<readonly Claim[]> {
  let due = db
    .selectFrom('outbox')
    .leftJoin('addresses', (join) =>
      join
        .onRef('addresses.platform', '=', 'outbox.platform')
        .onRef('addresses.person_id', '=', 'outbox.person_id'),
    )
    .select(['key', 'outbox.person_id', 'address', 'card', 'version', 'attempts', 'useful_until'])
    .select(['changes_key', 'message_ref'])
    .where('outbox.platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('lane', '=', lane)
    .where('status', '=', sql.lit('waiting' as const))
    .where('due_at', '<=', now)
    .where((outbox) => outbox.or([outbox('useful_until', 'is', null), outbox('useful_until', '>', now)]))
    .orderBy('due_at')
    .limit(2 * most)
    // What a feature is changing or taking back right now is left for the next round. Other dispatchers are kept out by
    // `lockLanes` on either database.
    .$if(locksRows(db), (rows) => rows.forUpdate('outbox').skipLocked());
  if (busy.length > 0) due = due.where('outbox.person_id', 'not in', busy);
  const rows = await due.execute();

  const claims = new Map<string, Claim>();
  for (const row of rows) {
    if (claims.size === most) break;
    if (claims.has(row.person_id)) continue;
    const { changes_key, message_ref } = row;
    claims.set(row.person_id, {
      key: row.key,
      to: { platform, workspace, id: row.person_id },
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
  return [...claims.values()];
}

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
