import { CompiledQuery, type Insertable } from 'kysely';
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
    ? CompiledQuery.raw(textOfJson(table, columns), [JSON.stringify(rows)])
    : CompiledQuery.raw(
        textOfValues(table, columns, rows.length),
        rows.flatMap((row) => columns.map((column) => row[column])),
      );
  const { numAffectedRows = 0n } = await db.executeQuery(statement);
  return Number(numAffectedRows);
}

/** PostgreSQL reads and plans each statement anew: thousands of parameters cost it more than one text that it takes apart. */
function textOfJson(table: string, columns: readonly string[]): string {
  const names = namesOf(columns);
  const rows = `select ${names} from json_populate_recordset(null::"${table}", $1)`;
  return `insert into "${table}" (${names}) ${rows} on conflict do nothing`;
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
