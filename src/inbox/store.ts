import type { Executor } from '../db/schema.ts';
import { fingerprint } from '../system/ids.ts';

/** True the first time an event is seen, in the transaction that handles it; false when it was delivered again. */
export async function isFirstTime(db: Executor, eventId: string, now: number): Promise<boolean> {
  const inserted = await db
    .insertInto('inbox')
    .values({ event_fingerprint: fingerprint(eventId), received_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Whether an event has been handled before. */
export async function wasSeen(db: Executor, eventId: string): Promise<boolean> {
  const row = await db
    .selectFrom('inbox')
    .select('received_at')
    .where('event_fingerprint', '=', fingerprint(eventId))
    .executeTakeFirst();
  return row !== undefined;
}

/** Platforms redeliver within an hour or so; a week is plenty. */
export async function forgetEventsBefore(db: Executor, instant: number): Promise<void> {
  await db.deleteFrom('inbox').where('received_at', '<', instant).execute();
}
