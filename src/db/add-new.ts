import { CompiledQuery, type Insertable } from 'kysely';
import { binaryArray } from './binary-array.ts';
import { locksRows } from './locks.ts';
import type { Executor, Schema } from './schema.ts';

/**
 * Adds rows, all of the same columns, in one statement, and says how many: one whose key is there already is left out.
 * For the many rows of a Monday, on which a query builder would spend more time than the database. SQLite takes 32,766
 * values at most.
 */
export async function addNew<Table extends keyof Schema>(
  db: Executor,
  table: Table,
  rows: readonly Insertable<Schema[Table]>[],
): Promise<number> {
  const [first] = rows;
  if (first === undefined) return 0;
  const columns = Object.keys(first) as (keyof typeof first & string)[];
  const statement = locksRows(db)
    ? asLists(
        table,
        columns.map((name) => ({ name, values: rows.map((row) => row[name] as Value) })),
      )
    : CompiledQuery.raw(
        textOfValues(table, columns, rows.length),
        rows.flatMap((row) => columns.map((column) => row[column])),
      );
  const { numAffectedRows = 0n } = await db.executeQuery(statement);
  return Number(numAffectedRows);
}

type Value = string | number | null;

/** One value for each row. */
interface Column {
  readonly name: string;
  readonly values: readonly Value[];
}

/**
 * PostgreSQL reads and plans each statement anew: thousands of parameters cost it more than one list for each column. What
 * all rows have in common it gets once.
 */
function asLists(table: string, columns: readonly Column[]): CompiledQuery {
  // With none at all there would be no rows.
  const lists = columns.filter(({ values }, nth) => nth === 0 || values.some((value) => value !== values[0]));
  const shared = columns.filter((column) => !lists.includes(column));
  const arrays = lists.map(({ values }) => {
    const type = values.some((value) => typeof value === 'number') ? 'int8' : 'text';
    return { type, array: binaryArray(type, values) } as const;
  });
  const all = [...lists, ...shared].map(({ name }) => name);
  const selected = [
    ...lists.map(({ name }) => `"${name}"`),
    ...shared.map((_, nth) => `$${lists.length + nth + 1}`),
  ];
  const text =
    `insert into "${table}" (${namesOf(all)}) select ${selected.join(', ')} ` +
    `from unnest(${arrays.map(({ type }, nth) => `$${nth + 1}::${type}[]`).join(', ')}) ` +
    `as lists (${namesOf(lists.map(({ name }) => name))}) on conflict do nothing`;
  return CompiledQuery.raw(text, [
    ...arrays.map(({ array }) => array),
    ...shared.map(({ values }) => values[0]),
  ]);
}

/** SQLite keeps the statement prepared, and the next list of that length only brings its values. */
function textOfValues(table: string, columns: readonly string[], count: number): string {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const rows = Array.from({ length: count }, () => row).join(', ');
  return `insert into "${table}" (${namesOf(columns)}) values ${rows} on conflict do nothing`;
}

function namesOf(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
