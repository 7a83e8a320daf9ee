import { sql } from 'kysely';
import type { Executor } from '../db/schema.ts';
import type { OnUndelivered, Undelivered } from './undelivered.ts';

const expiredAtOnce = 1_000;

/**
 * Settles what is no longer of use and says how many: `failed` when it was tried and did not get through in time,
 * `expired` when its turn never came. Whatever the platform's trouble: an account must not wait for it.
 */
export async function expireOverdue(
  db: Executor,
  now: number,
  onUndelivered: OnUndelivered,
): Promise<number> {
  const rows = await db
    .updateTable('outbox')
    .set((outbox) => ({
      status: outbox
        .case()
        .when('attempts', '>', 0)
        .then(sql.lit('failed' as const))
        .else(sql.lit('expired' as const))
        .end(),
      card: null,
      lease_owner: null,
      settled_at: now,
    }))
    .where('key', 'in', (outbox) =>
      outbox
        .selectFrom('outbox')
        .select('key')
        .where('status', '=', sql.lit('waiting' as const))
        .where('useful_until', '<=', now)
        .orderBy('useful_until')
        .limit(expiredAtOnce),
    )
    // Once more: another process may have claimed or settled it since it was selected.
    .where('status', '=', sql.lit('waiting' as const))
    .returning(['key', 'platform', 'workspace', 'person_id', 'status', 'why'])
    .execute();
  for (const { key, platform, workspace, person_id: id, status, why } of rows) {
    const to = { platform, workspace, id };
    const message = { key, to, status: status as Undelivered['status'], code: why, card: null };
    await onUndelivered(db, message, now);
  }
  return rows.length;
}
