import type { Executor } from '../db/schema.ts';

/** The one row that holds the changes of a sent message. */
function changeKey(key: string): string {
  return `change:${key}`;
}

/**
 * The message itself while it is not through, or else the change of it that is not through, carries `card` from now on.
 * On its way it keeps the older card; the grown version tells the one that records the outcome.
 */
export async function replaceCard(db: Executor, key: string, card: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set((outbox) => ({ card, version: outbox('version', '+', 1) }))
    .where('key', 'in', [key, changeKey(key)])
    .where('status', 'in', ['waiting', 'claimed'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Lets a sent message become `card`. False when it is not sent, when the platform did not say where it stands, or when a
 * change of it is still not through.
 */
export async function queueChange(db: Executor, key: string, card: string, now: number): Promise<boolean> {
  const original = await db
    .selectFrom('outbox')
    .select(['platform', 'workspace', 'person_id', 'message_ref'])
    .where('key', '=', key)
    .where('status', '=', 'sent')
    .where('message_ref', 'is not', null)
    .executeTakeFirst();
  if (original === undefined) return false;

  const fresh = {
    card,
    status: 'waiting' as const,
    attempts: 0,
    due_at: now,
    useful_until: null,
    message_ref: original.message_ref,
    why: null,
    created_at: now,
    settled_at: null,
  };
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('outbox')
    .values({ ...original, ...fresh, key: changeKey(key), lane: 'change', changes_key: key, version: 1 })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet((outbox) => ({ ...fresh, version: outbox('outbox.version', '+', 1) }))
        .where('outbox.status', 'not in', ['waiting', 'claimed']),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}
