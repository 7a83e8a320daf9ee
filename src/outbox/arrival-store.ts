import { type RawBuilder, sql } from 'kysely';
import type { Address, MessageRef } from '../chat/delivery.ts';
import { prepared } from '../db/prepared.ts';
import type { Executor } from '../db/schema.ts';
import { queueChange } from './change-store.ts';
import { type Claim, mostInFlight } from './claim.ts';

/** What every row loses that nothing more is done about. */
export const settled = { card: null, lease_owner: null, lease_until: null };

/** A message that the platform has taken, and where; null where it didn't say. */
export interface Arrived {
  readonly claim: Claim;
  readonly ref: MessageRef | null;
  readonly address: Address;
}

/** Writes down that these have arrived, and says which of their rows were still there. */
export async function recordArrived(
  db: Executor,
  arrived: readonly Arrived[],
  now: number,
): Promise<readonly Arrived[]> {
  const newest = await recordUnchanged(db, arrived, now);
  const kept: Arrived[] = [];
  for (const one of arrived) {
    const { claim, ref } = one;
    if (!newest.has(claim.key) && !(await recordOvertaken(db, claim, ref, now))) continue;
    kept.push(one);
    if (claim.changes !== null && ref !== null && claim.changes.ref !== ref)
      await moveMessage(db, claim.changes.key, claim.key, ref);
  }
  return kept;
}

/**
 * The same, but only where the row is still as it was claimed: one statement for each 64, whatever workspaces they are of.
 * Says whose keys those were.
 */
export async function recordUnchanged(
  db: Executor,
  arrived: readonly Arrived[],
  now: number,
): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for (let from = 0; from < arrived.length; from += mostAtOnce) {
    const some = arrived.slice(from, from + mostAtOnce);
    const { rows } = await sentRows[some.length > fewAtOnce ? mostAtOnce : fewAtOnce](db, {
      keys: some.map(({ claim }) => claim.key),
      leases: some.map(({ claim }) => claim.lease),
      versions: some.map(({ claim }) => claim.version),
      refs: some.map(({ ref }) => ref),
      now,
    });
    for (const row of rows) keys.add(row.key);
  }
  return keys;
}

const fewAtOnce = mostInFlight;
const mostAtOnce = 64;

interface Sent {
  readonly keys: readonly string[];
  readonly leases: readonly string[];
  readonly versions: readonly number[];
  readonly refs: readonly (MessageRef | null)[];
  readonly now: number;
}

const sentRowsUpTo = (most: number) =>
  prepared(
    (db, { keys, leases, versions, refs, now }: Sent) =>
      db
        .with('arrived(key, lease, version, ref)', () => listOf(keys, leases, versions, refs))
        .updateTable('outbox')
        .from('arrived')
        .set((row) => ({
          ...settled,
          status: sql.lit('sent' as const),
          message_ref: row.ref('arrived.ref'),
          why: null,
          settled_at: now,
        }))
        .whereRef('outbox.key', '=', 'arrived.key')
        .whereRef('outbox.lease_owner', '=', 'arrived.lease')
        .whereRef('outbox.version', '=', 'arrived.version')
        .returning('outbox.key'),
    { keys: most, leases: most, versions: most, refs: most },
  );

const sentRows = { [fewAtOnce]: sentRowsUpTo(fewAtOnce), [mostAtOnce]: sentRowsUpTo(mostAtOnce) };

function listOf(
  keys: readonly string[],
  leases: readonly string[],
  versions: readonly number[],
  refs: readonly (MessageRef | null)[],
): RawBuilder<{ key: string; lease: string; version: number; ref: MessageRef | null }> {
  const rows = keys.map(
    (key, nth) => sql`(${key}, ${leases[nth]}, cast(${versions[nth]} as integer), ${refs[nth]})`,
  );
  return sql`(values ${sql.join(rows)})`;
}

/** A newer card came while the older one was on its way: it goes next. */
async function recordOvertaken(
  db: Executor,
  claim: Claim,
  ref: MessageRef | null,
  now: number,
): Promise<boolean> {
  const row = await db
    .updateTable('outbox')
    .set({ lease_until: null })
    .where('key', '=', claim.key)
    .where('lease_owner', '=', claim.lease)
    .returning('card')
    .executeTakeFirst();
  if (row === undefined) return false;
  const isChange = claim.changes !== null;
  const next = isChange
    ? ({
        status: 'waiting',
        attempts: 0,
        due_at: now,
        useful_until: null,
        why: null,
        lease_owner: null,
      } as const)
    : ({ ...settled, status: 'sent', message_ref: ref, why: null, settled_at: now } as const);
  await db.updateTable('outbox').set(next).where('key', '=', claim.key).execute();
  if (!isChange && row.card !== null) await queueChange(db, claim.key, row.card, now);
  return true;
}

/** The platform has put the changed message into another place: further changes look for it there. */
async function moveMessage(db: Executor, originalKey: string, changeKey: string, ref: string): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ message_ref: ref })
    .where('key', 'in', [originalKey, changeKey])
    .execute();
}
