import { type PersonRef, parseOperatorKey } from '../chat/person.ts';
import type { Executor } from '../db/schema.ts';

/**
 * Who an operator means by `slack:U01ABC`, which names no workspace: everyone with this id who is known to Buddy, by any of
 * their accounts. One at most where a database has served one workspace; where it has served several, the caller has to say
 * which it could be. Empty also for what is no such key.
 */
export async function findByOperatorKey(db: Executor, text: string): Promise<readonly PersonRef[]> {
  const key = parseOperatorKey(text);
  if (key === null) return [];
  const inTable = (table: 'members' | 'linked_accounts' | 'contacts') =>
    db
      .selectFrom(table)
      .select(['platform', 'workspace', 'person_id as id'])
      .where('platform', '=', key.platform)
      .where('person_id', '=', key.id);
  return inTable('members')
    .union(inTable('linked_accounts'))
    .union(inTable('contacts'))
    .orderBy('workspace')
    .execute();
}
