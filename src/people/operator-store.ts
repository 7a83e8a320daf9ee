import { sql } from 'kysely';
import { operatorKey, type PersonRef, parseOperatorKey, personKey } from '../chat/person.ts';
import type { Database, Executor } from '../db/schema.ts';
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

/**
 * The account that another program means by such a key: one that's known here, else one of the workspace that's served, as
 * far as someone in it is known. Null where it can't be said.
 */
export async function findServed(
  db: Executor,
  key: Pick<PersonRef, 'platform' | 'id'>,
): Promise<PersonRef | null> {
  const known = await findByOperatorKey(db, operatorKey(key));
  if (known.length > 0) return known.length === 1 ? (known[0] ?? null) : null;
  const inTable = (table: 'members' | 'contacts' | 'roles') =>
    db.selectFrom(table).select('workspace').where('platform', '=', key.platform);
  const [served, ...others] = await inTable('members')
    .union(inTable('contacts'))
    .union(inTable('roles'))
    .limit(2)
    .execute();
  return served === undefined || others.length > 0 ? null : { ...key, workspace: served.workspace };
}

/** The same, looked for in every column of these tables that leads to an account: also who was only invited is found. */
export async function findInTables(
  db: Executor,
  text: string,
  tables: readonly PersonTable[],
): Promise<PersonRef[]> {
  const key = parseOperatorKey(text);
  if (key === null) return [];
  const found = new Map<string, PersonRef>();
  for (const { table, column, platform, workspace } of accountColumns(tables)) {
    const { rows } = await sql<{ workspace: string }>`
      select distinct ${workspace} as workspace from ${sql.table(table)}
      where ${platform} = ${key.platform} and ${column} = ${key.id}`.execute(db);
    for (const row of rows) found.set(row.workspace, { ...key, workspace: row.workspace });
  }
  return [...found.values()];
}

/** Every account that is known, and since when: the oldest row about it in these tables, where rows say when they were made. */
export async function findFirstKnown(
  db: Database,
  tables: readonly PersonTable[],
): Promise<readonly { readonly person: PersonRef; readonly since: number }[]> {
  const dated = new Set(
    (await db.introspection.getTables())
      .filter(({ columns }) => columns.some(({ name }) => name === 'created_at'))
      .map(({ name }) => name),
  );
  const found = new Map<string, { readonly person: PersonRef; readonly since: number }>();
  for (const { table, column, platform, workspace } of accountColumns(tables)) {
    if (!dated.has(table)) continue;
    const { rows } = await sql<PersonRef & { readonly since: number }>`
      select ${platform} as platform, ${workspace} as workspace, ${column} as id, min(created_at) as since
      from ${sql.table(table)} group by 1, 2, 3`.execute(db);
    for (const { since, ...person } of rows) {
      const before = found.get(personKey(person))?.since ?? since;
      found.set(personKey(person), { person, since: Math.min(before, since) });
    }
  }
  return [...found.values()];
}

function accountColumns(tables: readonly PersonTable[]) {
  return tables.flatMap(({ table, columns }) =>
    Object.keys(columns)
      .filter((column) => columns[column] === 'account')
      .map((name) => ({
        table,
        column: sql.ref(name),
        platform: sql.ref(name.replace('person_id', 'platform')),
        workspace: sql.ref(name.replace('person_id', 'workspace')),
      })),
  );
}
