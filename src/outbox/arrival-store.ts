import { type RawBuilder, sql } from 'kysely';
import type { Address } from '../chat/delivery.ts';
import type { MessageRef } from '../chat/event.ts';
import { prepared } from '../db/prepared.ts';
import type { Executor } from '../db/schema.ts';
import { queueChange } from './change-store.ts';
import { type Claim, mostInFlight } from './claim-store.ts';

/** What every row loses that nothing more is done about. */
export const settled = { card: null, lease_owner: null, lease_until: null };

/** A message that the platform has taken, and where. */
export interface Arrived {
  readonly claim: Claim;
  readonly ref: MessageRef;
  readonly address: Address;
}

/** Writes down at most `mostInFlight` of them, and says which of their rows were still there. */
export async function recordArrived(
  db: Executor,
  arrived: readonly Arrived[],
  now: number,
): Promise<readonly Arrived[]> {
  const { rows } = await sentRows(db, {
    keys: arrived.map(({ claim }) => claim.key),
    leases: arrived.map(({ claim }) => claim.lease),
    versions: arrived.map(({ claim }) => claim.version),
    refs: arrived.map(({ ref }) => ref),
    now,
  });
  const newest = new Set(rows.map((row) => row.key));
  const kept: Arrived[] = [];
  for (const one of arrived) {
    const { claim, ref } = one;
    if (!newest.has(claim.key) && !(await recordOvertaken(db, claim, ref, now))) continue;
    kept.push(one);
    if (claim.changes !== null && claim.changes.ref !== ref)
      await moveMessage(db, claim.changes.key, claim.key, ref);
  }
  return kept;
}

interface Sent {
  readonly keys: readonly string[];
  readonly leases: readonly string[];
  readonly versions: readonly number[];
  readonly refs: readonly MessageRef[];
  readonly now: number;
}

const sentRows = prepared(
  (db, { keys, leases, versions, refs, now }: Sent) =>
    db
      .updateTable('outbox')
      .set({
        ...settled,
        status: sql.lit('sent' as const),
        message_ref: refOf(keys, refs),
        why: null,
        settled_at: now,
      })
      .where((outbox) =>
        outbox.or(
          keys.map((key, nth) =>
            outbox.and({ key, lease_owner: leases[nth] as string, version: versions[nth] as number }),
          ),
        ),
      )
      .returning('key'),
  { keys: mostInFlight, leases: mostInFlight, versions: mostInFlight, refs: mostInFlight },
);

/** Each message's own, in one statement for all of them. */
function refOf(keys: readonly string[], refs: readonly MessageRef[]): RawBuilder<MessageRef> {
  const places = keys.map((key, nth) => sql`when ${key} then ${refs[nth]}`);
  return sql`case key ${sql.join(places, sql` `)} end`;
}

/** A newer card came while the older one was on its way: it goes next. */
async function recordOvertaken(db: Executor, claim: Claim, ref: string, now: number): Promise<boolean> {
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
