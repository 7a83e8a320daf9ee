import { sql } from 'kysely';
import { among } from '../db/among.ts';
import { locksRows } from '../db/locks.ts';
import { opaque } from '../db/opaque.ts';
import { prepared } from '../db/prepared.ts';
import type { Executor } from '../db/schema.ts';
import { type Claim, leaseMs, mostClaimed, mostInFlight } from './claim.ts';
import type { Workspace } from './lane-store.ts';
import type { Lane } from './table.ts';

export interface Taking {
  readonly lane: Lane;
  readonly most: number;
  readonly now: number;
  readonly lease: string;
  readonly ownKeys: readonly string[];
}

/** Leases what is due in a lane to this process: the oldest first, one message to a person, and none of `ownKeys`. */
export async function take(
  db: Executor,
  workspace: Workspace,
  { lane, most, now, lease, ownKeys }: Taking,
): Promise<readonly Claim[]> {
  const own = new Set(ownKeys);
  const { rows } = await (most > mostInFlight ? manyDueRows : dueRows)(db, { ...workspace, lane, now });
  const claims = new Map<string, Claim>();
  for (const row of rows) {
    if (claims.size === most) break;
    if (claims.has(row.person_id) || own.has(row.key)) continue;
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
  if (taken.length > 0)
    await leaseRows(
      db,
      taken.map((one) => one.key),
      lease,
      now + leaseMs,
    );
  return taken;
}

interface Due extends Workspace {
  readonly lane: Lane;
  readonly now: number;
}

/** At most so many, the oldest first. */
const dueRowsUpTo = (most: number) =>
  prepared((db, { platform, workspace, lane, now }: Due) =>
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
      .where('outbox.platform', '=', opaque(platform))
      .where('outbox.workspace', '=', opaque(workspace))
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
      .limit(sql.lit(most))
      // What a feature is changing or taking back right now is left for the next round. Other dispatchers are kept out by
      // `lockLanes` on either database.
      .$if(locksRows(db), (rows) => rows.forUpdate('outbox').skipLocked()),
  );

const dueRows = dueRowsUpTo(mostInFlight);
const manyDueRows = dueRowsUpTo(mostClaimed);

async function leaseRows(
  db: Executor,
  keys: readonly string[],
  lease: string,
  leaseUntil: number,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set((outbox) => ({
      status: 'claimed',
      attempts: outbox('attempts', '+', 1),
      lease_owner: lease,
      lease_until: leaseUntil,
    }))
    .where(among(db, 'key', keys))
    .execute();
}
