import { sql } from 'kysely';
import { isSamePerson, type PersonRef } from '../chat/person.ts';
import { personColumns } from '../db/person-columns.ts';
import type { Executor } from '../db/schema.ts';
import { findWaitingMentioning } from './recipient-store.ts';
import type { OutboxTable } from './table.ts';

export interface HeldMessage {
  /** What it is: the first word of its key. */
  readonly kind: string;
  readonly status: OutboxTable['status'];
  readonly attempts: number;
  readonly why: string | null;
  readonly batch: string | null;
  readonly messageRef: string | null;
  readonly createdAt: number;
  readonly dueAt: number;
  readonly usefulUntil: number | null;
  readonly settledAt: number | null;
}

export async function findMessagesTo(db: Executor, account: PersonRef): Promise<readonly HeldMessage[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['key', 'status', 'attempts', 'why', 'batch', 'message_ref as messageRef'])
    .select(['created_at as createdAt', 'due_at as dueAt', 'useful_until as usefulUntil'])
    .select('settled_at as settledAt')
    .where((row) => row.and(personColumns(account)))
    .orderBy('created_at')
    .execute();
  return rows.map(({ key, ...message }) => ({ kind: key.slice(0, key.indexOf(':')), ...message }));
}

/** How many messages to others name one of these accounts; what names someone to themselves is theirs already. */
export async function countNaming(db: Executor, accounts: readonly PersonRef[]): Promise<number> {
  let count = 0;
  for (const account of accounts) {
    const naming = await findWaitingMentioning(db, account);
    count += naming.filter(({ to }) => accounts.every((own) => !isSamePerson(own, to))).length;
  }
  return count;
}

/**
 * Puts `instead` for an id of ours in the keys of what was sent to `recipient`, once it points at nobody: two messages that
 * stood for the same pair, say, no longer show that they did. What's on its way at the moment is found by its key, and so
 * keeps it until it's forgotten.
 */
export async function replaceInKeys(
  db: Executor,
  recipient: PersonRef,
  { id, instead }: { readonly id: string; readonly instead: string },
): Promise<void> {
  const about = db
    .selectFrom('outbox')
    .select(['key', 'changes_key', 'status'])
    .where((row) => row.and(personColumns(recipient)))
    .where('key', 'like', `%:${id}%`);
  const rows = await about.execute();
  if (rows.some(({ status }) => status === 'claimed')) return;
  for (const { key } of rows) {
    await db
      .updateTable('outbox')
      .set({
        key: sql<string>`replace(key, ${id}, ${instead})`,
        changes_key: sql<string | null>`replace(changes_key, ${id}, ${instead})`,
      })
      .where('key', '=', key)
      .where('status', '!=', 'claimed')
      .execute();
  }
}
