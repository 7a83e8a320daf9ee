import { sql } from 'kysely';
import type { Executor } from '../db/schema.ts';

/** A clock that is corrected by less is followed by waiting. */
export const noticedMs = 5_000;

/** So long a wait is left alone: another process may have moved it here already. Longer than platforms ask for. */
const leftAloneMs = 10 * 60_000;

/**
 * The clock has been set back from `before` to `now`. What was put off while it was ahead, by a failure or a platform's
 * Retry-After, waits from now on as long as it still had to; what was due is due. What a feature means for later stays.
 */
export async function followClockBack(
  db: Executor,
  { before, now }: { readonly before: number; readonly now: number },
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ due_at: now })
    .where('status', '=', 'waiting')
    .where('due_at', '>', now + leftAloneMs)
    .where('due_at', '<=', before)
    // Made to go at once, or tried before.
    .where((row) => row.or([row('due_at', '=', row.ref('created_at')), row('attempts', '>', 0)]))
    .execute();
  await db
    .updateTable('outbox')
    .set((row) => ({ due_at: sql<number>`${row.ref('due_at')} - ${before - now}` }))
    .where('status', '=', 'waiting')
    .where('due_at', '>', before)
    .where('attempts', '>', 0)
    .execute();
  await db
    .updateTable('pace')
    .set({ held_until: now })
    .where('held_until', '>', now + leftAloneMs)
    .where('held_until', '<=', before)
    .execute();
  await db
    .updateTable('pace')
    .set((row) => ({ held_until: sql<number>`${row.ref('held_until')} - ${before - now}` }))
    .where('held_until', '>', before)
    .execute();
}
