import { sql } from 'kysely';
import type { DeliveryResult, MessageRef } from '../chat/delivery.ts';
import type { Platform } from '../chat/person.ts';
import { inPieces } from '../db/pieces.ts';
import type { Executor } from '../db/schema.ts';
import { fingerprint } from '../system/ids.ts';
import { type Failure, heldUntil, isGivenUp, nextTryAt, soonestRetryMs, triesThatCount } from './backoff.ts';
import { queueChange } from './change-store.ts';
import type { LockedLanes } from './lane-store.ts';
import { holdRecipient, saveAddresses } from './recipient-store.ts';
import type { OnUndelivered } from './undelivered.ts';
import type { Answer, Claim } from './under-way.ts';

export interface Recording {
  readonly now: number;
  readonly lanes: LockedLanes;
  readonly onUndelivered: OnUndelivered;
  /** Whether others in the claim's lane have got through just now: a failure is then not the platform's being away. */
  readonly othersGetThrough: (claim: Claim) => boolean;
}

/** A platform's asking for silence: by how much longer than what was known before. */
export interface Silence {
  readonly platform: Platform;
  readonly ms: number;
}

/** Without an end of its own, a message that keeps failing is given up so long after its first failure. */
const giveUpMs = 24 * 60 * 60_000;

/** What every row loses that nothing more is done about. */
const settled = { card: null, lease_owner: null, lease_until: null };

type Arrival = Extract<DeliveryResult, { ok: true }> & { readonly claim: Claim };

/**
 * Writes down what the platforms answered. A row that is no longer this claim's (erased meanwhile, or claimed by another
 * process after the lease) stays as it is.
 */
export async function record(
  db: Executor,
  answers: readonly Answer[],
  recording: Recording,
): Promise<readonly Silence[]> {
  const arrivals = answers.flatMap(({ claim, result }) => (result.ok ? [{ claim, ...result }] : []));
  await recordArrivals(db, arrivals, recording.now);
  const silences: Silence[] = [];
  for (const { claim, result } of answers) {
    if (result.ok) continue;
    await recordFailure(db, claim, result, recording);
    silences.push(...(await heed(db, claim, result, recording)));
  }
  return silences;
}

/** A Retry-After for the workspace is for the platform's method, so for the whole lane; else it is for one person alone. */
async function heed(
  db: Executor,
  { lane, to }: Claim,
  failure: Failure,
  { now, lanes }: Recording,
): Promise<readonly Silence[]> {
  const held = heldUntil(failure, now);
  if (held === null) return [];
  const { who, until } = held;
  if (who === 'recipient') {
    await holdRecipient(db, to, until);
    return [{ platform: to.platform, ms: until - now }];
  }
  const known = lanes.of(to, lane).heldUntil;
  if (until > known) lanes.change(to, lane, { heldUntil: until });
  return [{ platform: to.platform, ms: Math.max(0, until - Math.max(now, known)) }];
}

async function recordArrivals(db: Executor, arrivals: readonly Arrival[], now: number): Promise<void> {
  const unchanged = new Set<string>();
  for (const piece of inPieces(arrivals))
    for (const key of await markSent(db, piece, now)) unchanged.add(key);
  const reached: Arrival[] = [];
  for (const arrival of arrivals) {
    const { claim, ref } = arrival;
    if (!unchanged.has(claim.key) && !(await recordOvertaken(db, claim, ref, now))) continue;
    if (claim.changes !== null && ref !== null && claim.changes.ref !== ref) {
      await moveMessage(db, [claim.changes.key, claim.key], ref);
    }
    if (arrival.address !== claim.address) reached.push(arrival);
  }
  await saveAddresses(
    db,
    reached.map(({ claim, address }) => ({ person: claim.to, address })),
  );
}

/** Those whose card is still the one that arrived: nearly all. Returns their keys. */
async function markSent(db: Executor, arrivals: readonly Arrival[], now: number): Promise<readonly string[]> {
  const list = arrivals.map(
    ({ claim, ref }) => sql`(${claim.key}, ${claim.lease}, cast(${claim.version} as integer), ${ref})`,
  );
  const rows = await db
    .with(
      'arrived(key, lease, version, ref)',
      () =>
        sql<{
          key: string;
          lease: string;
          version: number;
          ref: MessageRef | null;
        }>`(values ${sql.join(list)})`,
    )
    .updateTable('outbox')
    .from('arrived')
    .set((row) => ({
      ...settled,
      status: 'sent',
      message_ref: row.ref('arrived.ref'),
      why: null,
      settled_at: now,
    }))
    .whereRef('outbox.key', '=', 'arrived.key')
    .whereRef('outbox.lease_owner', '=', 'arrived.lease')
    .whereRef('outbox.version', '=', 'arrived.version')
    .returning('outbox.key')
    .execute();
  return rows.map(({ key }) => key);
}

/** A newer card came while the older one was on its way: it goes next. False when the row is no longer this claim's. */
async function recordOvertaken(
  db: Executor,
  { key, lease, changes }: Claim,
  ref: MessageRef | null,
  now: number,
): Promise<boolean> {
  const row = await db
    .updateTable('outbox')
    .set({ lease_until: null })
    .where('key', '=', key)
    .where('lease_owner', '=', lease)
    .returning('card')
    .executeTakeFirst();
  if (row === undefined) return false;
  const next =
    changes === null
      ? ({ ...settled, status: 'sent', message_ref: ref, why: null, settled_at: now } as const)
      : ({ ...fresh, status: 'waiting', due_at: now } as const);
  await db.updateTable('outbox').set(next).where('key', '=', key).execute();
  if (changes === null && row.card !== null) await queueChange(db, key, row.card, now);
  return true;
}

const fresh = { attempts: 0, useful_until: null, why: null, lease_owner: null };

/** The platform has put the changed message into another place: further changes look for it there. */
async function moveMessage(db: Executor, keys: readonly string[], ref: MessageRef): Promise<void> {
  await db.updateTable('outbox').set({ message_ref: ref }).where('key', 'in', keys).execute();
}

async function recordFailure(
  db: Executor,
  claim: Claim,
  failure: Failure,
  recording: Recording,
): Promise<void> {
  const { now } = recording;
  const othersGetThrough = recording.othersGetThrough(claim);
  const retryAt = isGivenUp(claim.attempts, othersGetThrough)
    ? null
    : nextTryAt(failure, claim.attempts, now, spread(claim));
  if (retryAt !== null) return retry(db, claim, failure, { retryAt, now, othersGetThrough });
  const isUnreachable = failure.why === 'unreachable';
  const status = isUnreachable ? 'unreachable' : 'failed';
  const giveUp = db
    .updateTable('outbox')
    .set({ ...settled, status, why: failure.code, settled_at: now })
    .where('key', '=', claim.key)
    .where('lease_owner', '=', claim.lease);
  const given = await (isUnreachable
    ? giveUp
    : giveUp.where('version', '=', claim.version)
  ).executeTakeFirst();
  if (given.numUpdatedRows > 0n) {
    const { key, to, card } = claim;
    await recording.onUndelivered(db, { key, to, status, code: failure.code, card }, now);
  } else if (!isUnreachable) {
    // It was that card that did not get through, not the newer one.
    await retry(db, claim, failure, { retryAt: now + soonestRetryMs, now, othersGetThrough });
  }
}

/** Between 0 and 1, another for each message and try: what failed together does not return together. */
function spread({ key, attempts }: Claim): number {
  return Number.parseInt(fingerprint(`${key} ${attempts}`).slice(0, 8), 16) / 2 ** 32;
}

interface Retrying {
  readonly retryAt: number;
  readonly now: number;
  readonly othersGetThrough: boolean;
}

async function retry(
  db: Executor,
  { key, lease, attempts, usefulUntil }: Claim,
  { code }: Failure,
  { retryAt, now, othersGetThrough }: Retrying,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({
      status: 'waiting',
      attempts: triesThatCount(attempts, othersGetThrough),
      due_at: retryAt,
      useful_until: usefulUntil ?? now + giveUpMs,
      why: code,
      lease_until: null,
    })
    .where('key', '=', key)
    .where('lease_owner', '=', lease)
    .execute();
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
