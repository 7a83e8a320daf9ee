import { type Kysely, PostgresAdapter, sql } from 'kysely';

/**
 * A person is platform, workspace and id, and so is every key that holds one. What was unique by platform and id stays so
 * with the workspace. Addresses, and the two of an invitation, learn the workspace from the other tables. Wrong codes
 * are kept by a fingerprint that nobody would find again: they'd count for an hour, and go.
 */
export async function up(db: Kysely<Before & After>): Promise<void> {
  const workspaces = await findWorkspaces(db);
  if (db.getExecutor().adapter instanceof PostgresAdapter) await rekeyInPlace(db);
  else await rekeyByCopy(db);
  await rewriteAddresses(db, workspaces);
  await rewriteBothPeople(db, workspaces);
  await db.deleteFrom('wrong_codes').execute();
  await reindex(db, 'invitations_invitee', 'invitations', [
    'invitee_platform',
    'invitee_workspace',
    'invitee_person_id',
  ]);
  await reindex(db, 'outbox_person', 'outbox', personKey);
}

const personKey = ['platform', 'workspace', 'person_id'] as const;

/** What is unique in each table, by the name of its constraint. */
const uniques = [
  ['members', 'members_person', 'unique'],
  ['contacts', 'contacts_person', 'primary key'],
  ['linked_accounts', 'linked_accounts_person', 'primary key'],
] as const;

async function rekeyInPlace(db: Kysely<Before>): Promise<void> {
  for (const [table, constraint, kind] of uniques) {
    const columns = sql.join(personKey.map((column) => sql.ref(column)));
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(constraint)},
      add constraint ${sql.ref(constraint)} ${sql.raw(kind)} (${columns})`.execute(db);
  }
}

/**
 * SQLite changes no constraint: each table is copied into one of the same words but for its key. While foreign keys are
 * watched, dropping the old one would delete all that hangs on it: https://www.sqlite.org/lang_altertable.html#otheralter
 */
async function rekeyByCopy(db: Kysely<Before>): Promise<void> {
  const watched = await sql<{ foreign_keys: number }>`pragma foreign_keys`.execute(db);
  if (watched.rows[0]?.foreign_keys !== 0)
    throw new Error('Foreign keys have to be off while tables are copied.');
  for (const [table] of uniques) {
    const parts = await sql<{ type: string; sql: string }>`
      select type, sql from sqlite_schema where tbl_name = ${table} and sql is not null`.execute(db);
    const copy = `${table}_with_workspace`;
    const old = parts.rows.find(({ type }) => type === 'table')?.sql ?? '';
    const made = old
      .replace(`"${table}"`, `"${copy}"`)
      .replace('("platform", "person_id")', '("platform", "workspace", "person_id")');
    await sql.raw(made).execute(db);
    await sql`insert into ${sql.table(copy)} select * from ${sql.table(table)}`.execute(db);
    await db.schema.dropTable(table).execute();
    await db.schema.alterTable(copy).renameTo(table).execute();
    for (const index of parts.rows.filter(({ type }) => type === 'index'))
      await sql.raw(index.sql).execute(db);
  }
}

/** In which workspace each person is, by platform and id, from every table that says so. */
async function findWorkspaces(db: Kysely<Before>): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const table of ['members', 'linked_accounts', 'contacts', 'outbox'] as const) {
    const rows = await db.selectFrom(table).select(personKey).distinct().execute();
    for (const row of rows) found.set(`${row.platform}:${row.person_id}`, row.workspace);
  }
  const invited = await db
    .selectFrom('invitations')
    .select(['invitee_platform as platform', 'invitee_workspace as workspace', 'invitee_person_id as id'])
    .execute();
  for (const { platform, workspace, id } of invited) found.set(`${platform}:${id}`, workspace);
  return found;
}

/** An address whose owner stands in no other table can't be used, and would have gone by itself. */
async function rewriteAddresses(
  db: Kysely<Before & After>,
  workspaces: ReadonlyMap<string, string>,
): Promise<void> {
  const old = await db.selectFrom('addresses').select(['platform', 'person_id', 'address', 'kept']).execute();
  await db.schema.dropTable('addresses').execute();
  await db.schema
    .createTable('addresses')
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('workspace', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('kept', 'integer', (column) => column.notNull().defaultTo(0).check(sql`kept in (0, 1)`))
    .addPrimaryKeyConstraint('addresses_person', [...personKey])
    .execute();
  for (const row of old) {
    const workspace = workspaces.get(`${row.platform}:${row.person_id}`);
    if (workspace === undefined) continue;
    await db
      .insertInto('addresses')
      .values({ ...row, workspace })
      .execute();
  }
}

/**
 * `slack:U1 slack:U2` becomes `slack/T1/U1 slack/T1/U2`. Where the inviter's account is nobody's any more, the row's id
 * takes its place, as after "forget me".
 */
async function rewriteBothPeople(db: Kysely<Before>, workspaces: ReadonlyMap<string, string>): Promise<void> {
  const invitations = await db.selectFrom('invitations').select(['id', 'both_people']).execute();
  for (const { id, both_people } of invitations) {
    const people = both_people.split(' ').map((person) => {
      const workspace = workspaces.get(person);
      return workspace === undefined ? null : person.replace(':', () => `/${workspace}/`);
    });
    const both = people.includes(null) ? id : people.sort().join(' ');
    await db.updateTable('invitations').set({ both_people: both }).where('id', '=', id).execute();
  }
}

async function reindex(
  db: Kysely<Before>,
  index: string,
  table: string,
  columns: readonly string[],
): Promise<void> {
  await db.schema.dropIndex(index).execute();
  await db.schema
    .createIndex(index)
    .on(table)
    .columns([...columns])
    .execute();
}

interface Person {
  platform: string;
  workspace: string;
  person_id: string;
}

/** What this file reads and writes of the schema. */
interface Before {
  members: Person;
  contacts: Person;
  linked_accounts: Person;
  outbox: Person;
  wrong_codes: { id: string };
  invitations: {
    id: string;
    invitee_platform: string;
    invitee_workspace: string;
    invitee_person_id: string;
    both_people: string;
  };
}

interface After {
  addresses: Person & { address: string; kept: number };
}
