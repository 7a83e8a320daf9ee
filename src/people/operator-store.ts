import { sql } from 'kysely';
import { type PersonRef, parseOperatorKey } from '../chat/person.ts';
import type { Executor } from '../db/schema.ts';
import type { PersonTable } from './held-room.ts';

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

/** The same, looked for in every column of these tables that leads to an account: also who was only invited is found. */
export async function findInTables(
  db: Executor,
  text: string,
  tables: readonly PersonTable[],
): Promise<readonly PersonRef[]> {
  const key = parseOperatorKey(text);
  if (key === null) return [];
  const found = new Map<string, PersonRef>();
  for (const { table, columns } of tables) {
    const accounts = Object.keys(columns).filter((column) => columns[column] === 'account');
    for (const column of accounts) {
      const [platform, workspace] = ['platform', 'workspace'].map((part) =>
        sql.ref(column.replace('person_id', part)),
      );
      const { rows } = await sql<{ workspace: string }>`
        select distinct ${workspace} as workspace from ${sql.table(table)}
        where ${platform} = ${key.platform} and ${sql.ref(column)} = ${key.id}`.execute(db);
      for (const row of rows) found.set(row.workspace, { ...key, workspace: row.workspace });
    }
  }
  return [...found.values()];
}
