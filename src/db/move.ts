import { createHash, type Hash } from 'node:crypto';
import { sql } from 'kysely';
import { DatabaseFault } from './failures.ts';
import type { Database, Executor, Schema } from './schema.ts';
import { keys, type Table, tables } from './tables.ts';
import { transact } from './transact.ts';

/** Rows that are read, and written, at a time: 512 of the widest table are a sixth of the parameters of a statement. */
const page = 512;

/** What a table holds: how many rows, and a digest of every value of every one of them. */
export interface TableContent {
  readonly table: string;
  readonly rows: number;
  readonly digest: string;
}

export interface Moved {
  readonly tables: readonly TableContent[];
  /** False when all of it was there already. */
  readonly isNew: boolean;
}

/**
 * Copies every table of one database into another that has the same tables and nothing in them, in one transaction that
 * ends only when both hold the same, row by row. Done already, it changes nothing; anything else in the target is a
 * DatabaseFault. Nobody else may write into the source meanwhile.
 */
export async function moveContent(from: Database, to: Database): Promise<Moved> {
  return transact(to, async (target) => {
    await sql`lock table ${sql.join(tables.map((table) => sql.table(table)))} in exclusive mode`.execute(
      target,
    );
    const before = await contentOf(target);
    if (before.some(({ rows }) => rows > 0)) {
      const there = await contentOf(from);
      if (differences(there, before).length === 0) return { tables: before, isNew: false };
      const full = before.filter(({ rows }) => rows > 0).map(({ table, rows }) => `${table} (${rows})`);
      throw new DatabaseFault(
        `--to names a database that holds something else already: ${full.join(', ')}. Nothing was changed. Give it an empty one.`,
      );
    }
    const written: TableContent[] = [];
    for (const table of tables) written.push(await copyTable(from, target, table));
    const after = await contentOf(target);
    const wrong = differences(written, after);
    if (wrong.length > 0)
      throw new DatabaseFault(`The copy of ${wrong.join(', ')} is not what it should be. Nothing was kept.`);
    return { tables: after, isNew: true };
  });
}

/** Whether migrations of ours have run there: nobody else's file is given our tables. */
export async function isBuddys(db: Database): Promise<boolean> {
  const found = await db.introspection.getTables({ withInternalKyselyTables: true });
  return ['kysely_migration', 'members', 'outbox'].every((name) =>
    found.some((table) => table.name === name),
  );
}

async function copyTable(from: Executor, to: Executor, table: Table): Promise<TableContent> {
  return describe(from, table, async (rows) => {
    await to.insertInto(table).values(rows).execute();
  });
}

async function contentOf(db: Executor): Promise<TableContent[]> {
  const content: TableContent[] = [];
  for (const table of tables) content.push(await describe(db, table, async () => {}));
  return content;
}

/** Reads a whole table in the order of its keys, page by page. */
async function describe(
  db: Executor,
  table: Table,
  each: (rows: Schema[Table][]) => Promise<void>,
): Promise<TableContent> {
  const digest = createHash('sha256');
  let last: Schema[Table] | null = null;
  let count = 0;
  for (;;) {
    const rows: Schema[Table][] = await readPage(db, table, last);
    if (rows.length === 0) return { table, rows: count, digest: digest.digest('hex') };
    for (const row of rows) addRow(digest, row);
    await each(rows);
    count += rows.length;
    last = rows.at(-1) ?? null;
  }
}

async function readPage(db: Executor, table: Table, last: Schema[Table] | null): Promise<Schema[Table][]> {
  const key = keys[table] as readonly string[];
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const values = Object.fromEntries(Object.entries(last ?? {}));
  const after =
    last === null ? sql`` : sql`where (${columns}) > (${sql.join(key.map((column) => values[column]))})`;
  const { rows } = await sql<
    Schema[Table]
  >`select * from ${sql.table(table)} ${after} order by ${columns} limit ${sql.lit(page)}`.execute(db);
  return rows;
}

/** Values by the names of their columns: the order of columns may differ. */
function addRow(digest: Hash, row: object): void {
  const values = Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1));
  digest.update(JSON.stringify(values));
}

function differences(one: readonly TableContent[], other: readonly TableContent[]): string[] {
  return one
    .filter(({ table, digest }) => other.find((match) => match.table === table)?.digest !== digest)
    .map(({ table }) => table);
}
