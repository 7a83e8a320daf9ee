import { among } from '../db/among.ts';
import type { Executor } from '../db/schema.ts';
import { soonestRetryMs } from './backoff.ts';
import type { Claim } from './claim.ts';

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

/**
 * Hands claims back that never set out, as if they had not been claimed: due they are, also when the clock was set back
 * since. Done again, after an answer of the server was lost, it does nothing.
 */
export async function giveBackUntried(db: Executor, claims: readonly Claim[], now: number): Promise<void> {
  if (claims.length === 0) return;
  await db
    .updateTable('outbox')
    .set((outbox) => ({
      status: 'waiting',
      lease_owner: null,
      lease_until: null,
      attempts: outbox('attempts', '-', 1),
      due_at: outbox.case().when('due_at', '>', now).then(now).else(outbox.ref('due_at')).end(),
    }))
    .where(
      among(
        db,
        'key',
        claims.map((one) => one.key),
      ),
    )
    .where('lease_owner', 'in', [...new Set(claims.map((one) => one.lease))])
    .execute();
}
