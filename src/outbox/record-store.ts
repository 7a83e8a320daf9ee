import type { DeliveryResult } from '../chat/delivery.ts';
import type { Executor } from '../db/schema.ts';
import { fingerprint } from '../system/ids.ts';
import { recordArrived, settled } from './arrival-store.ts';
import { type Failure, nextTryAt, soonestRetryMs } from './backoff.ts';
import type { Claim } from './claim.ts';
import { saveAddresses } from './recipient-store.ts';
import type { OnUndelivered } from './undelivered.ts';

/** A claim and how its delivery ended. */
export interface Finished {
  readonly claim: Claim;
  readonly result: DeliveryResult;
}

export interface Recording {
  readonly now: number;
  readonly onUndelivered: OnUndelivered;
}

/** Without an end of its own, a message that keeps failing is given up so long after its first failure. */
const giveUpMs = 24 * 60 * 60_000;

/**
 * Writes down how deliveries ended. A row that is no longer this claim's (erased meanwhile, or claimed by another
 * process after the lease) stays as it is.
 */
export async function record(
  db: Executor,
  finished: readonly Finished[],
  recording: Recording,
): Promise<void> {
  const arrived = finished.flatMap(({ claim, result }) => (result.ok ? [{ claim, ...result }] : []));
  for (const { claim, result } of finished) {
    if (!result.ok) await recordFailure(db, claim, result, recording);
  }
  const kept = await recordArrived(db, arrived, recording.now);
  const moved = kept.filter(({ claim, address }) => address !== claim.address);
  await saveAddresses(
    db,
    moved.map(({ claim, address }) => ({ person: claim.to, address })),
  );
}

async function recordFailure(
  db: Executor,
  claim: Claim,
  failure: Failure,
  recording: Recording,
): Promise<void> {
  const { now } = recording;
  const retryAt = nextTryAt(failure, claim.attempts, now, spread(claim));
  if (retryAt !== null) return retry(db, claim, failure, retryAt, now);
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
  if (given.numUpdatedRows === 0n) {
    // The platform refused that card, not the newer one.
    if (!isUnreachable) await retry(db, claim, failure, now + soonestRetryMs, now);
    return;
  }
  await recording.onUndelivered(db, { key: claim.key, to: claim.to, status }, now);
}

/** Between 0 and 1, another for each message and try: what failed together does not return together. */
function spread({ key, attempts }: Claim): number {
  return Number.parseInt(fingerprint(`${key} ${attempts}`).slice(0, 8), 16) / 2 ** 32;
}

async function retry(
  db: Executor,
  claim: Claim,
  { code }: Failure,
  retryAt: number,
  now: number,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({
      status: 'waiting',
      due_at: retryAt,
      useful_until: claim.usefulUntil ?? now + giveUpMs,
      why: code,
      lease_until: null,
    })
    .where('key', '=', claim.key)
    .where('lease_owner', '=', claim.lease)
    .execute();
}
