import type { Card } from '../chat/card.ts';
import type { MessageRef } from '../chat/delivery.ts';
import type { PersonRef } from '../chat/person.ts';
import { addNew } from '../db/add-new.ts';
import { inPieces } from '../db/pieces.ts';
import type { Executor } from '../db/schema.ts';
import { queueChange, replaceCard } from './change-store.ts';
import { openLanes } from './lane-store.ts';

/** A message to hand over. Call the dispatcher's `wake` after the commit. */
export interface Outgoing {
  /** Says what it is. A key that is in the outbox already, even long sent, is not sent again. */
  readonly key: string;
  readonly to: PersonRef;
  readonly card: Card;
  /** Now, unless it is meant for later. */
  readonly dueAt?: number;
  /** From then on it is not sent any more. Without it, a message that keeps failing is given up after a day. */
  readonly usefulUntil?: number | null;
  /** What accounts count it under, such as a week's. */
  readonly batch?: string;
}

/** Puts messages into the outbox and says how many of them were new. */
export async function enqueue(db: Executor, outgoing: readonly Outgoing[], now: number): Promise<number> {
  await openLanes(
    db,
    outgoing.map((message) => message.to),
  );
  return addNew(
    db,
    'outbox',
    outgoing.map((message) => rowOf(message, now)),
  );
}

function rowOf({ key, to, card, dueAt, usefulUntil, batch }: Outgoing, now: number) {
  return {
    key,
    platform: to.platform,
    workspace: to.workspace,
    person_id: to.id,
    lane: 'post' as const,
    batch: batch ?? null,
    card: JSON.stringify(card),
    version: 1,
    status: 'waiting' as const,
    attempts: 0,
    due_at: dueAt ?? now,
    useful_until: usefulUntil ?? null,
    created_at: now,
  };
}

/**
 * The message `key` shall become `card`: before it is sent, else by changing it where it stands; while it is on its
 * way, right after. The newest card always wins, and no two changes of one message are ever on their way together.
 * `none`: there is no such message, it never arrived, or nobody knows where it stands.
 */
export async function change(
  db: Executor,
  key: string,
  card: Card,
  now: number,
): Promise<'replaced' | 'queued' | 'none'> {
  const text = JSON.stringify(card);
  if (await replaceCard(db, key, text)) return 'replaced';
  if (await queueChange(db, key, text, now)) return 'queued';
  // PostgreSQL only: another transaction may have queued one in between.
  return (await replaceCard(db, key, text)) ? 'replaced' : 'none';
}

/** A change of the sent message `key` that is not through yet shall bring `card`. Nothing, when there is none. */
export async function refreshQueuedChange(db: Executor, key: string, card: Card): Promise<void> {
  await replaceCard(db, key, JSON.stringify(card));
}

/** Takes back what still waits and says which keys those were. What is on its way or sent stays. */
export async function cancel(db: Executor, keys: readonly string[]): Promise<readonly string[]> {
  const cancelled: string[] = [];
  for (const piece of inPieces(keys)) {
    const rows = await db
      .deleteFrom('outbox')
      .where('key', 'in', piece)
      .where('status', '=', 'waiting')
      .returning('key')
      .execute();
    cancelled.push(...rows.map((row) => row.key));
  }
  return cancelled;
}

/** The same for all keys that start so. Keys are made of ASCII, and none has a `~`. */
export async function cancelStartingWith(db: Executor, prefix: string): Promise<readonly string[]> {
  const rows = await db
    .deleteFrom('outbox')
    .where('key', '>=', prefix)
    .where('key', '<', `${prefix}~`)
    .where('status', '=', 'waiting')
    .returning('key')
    .execute();
  return rows.map((row) => row.key);
}

/** Who got, or will get, the messages whose keys start so. Changes of messages are none. */
export async function findStartingWith(
  db: Executor,
  prefix: string,
): Promise<readonly { readonly key: string; readonly to: PersonRef }[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['key', 'platform', 'workspace', 'person_id as id'])
    .where('key', '>=', prefix)
    .where('key', '<', `${prefix}~`)
    .execute();
  return rows.map(({ key, ...to }) => ({ key, to }));
}

/** Where the message stands now; null until it is sent. */
export async function messageRefOf(db: Executor, key: string): Promise<MessageRef | null> {
  const row = await db
    .selectFrom('outbox')
    .select('message_ref')
    .where('key', '=', key)
    .where('status', '=', 'sent')
    .executeTakeFirst();
  return row?.message_ref ?? null;
}

/**
 * Deletes what was settled before `instant`, and what has been due since before it and nobody could send (a platform
 * that is no longer in use). Rows of a batch are left to the one that counts them.
 */
export async function forgetSettledBefore(db: Executor, instant: number): Promise<void> {
  await db
    .deleteFrom('outbox')
    .where('batch', 'is', null)
    .where((row) =>
      row.or([
        row('settled_at', '<', instant),
        row.and([row('settled_at', 'is', null), row('due_at', '<', instant)]),
      ]),
    )
    .execute();
}
