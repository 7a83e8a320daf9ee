import { type RawBuilder, sql } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import type { Executor } from './schema.ts';

/**
 * Whether the column's value is one of many. The list is a single parameter, so that the statement is the same for a list
 * of any length: it is built, read and planned at the same small cost.
 */
export function among(db: Executor, column: string, values: readonly string[]): RawBuilder<boolean> {
  return isPostgres(db)
    ? sql`${sql.ref(column)} = any(${values})`
    : sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`;
}
