import type { Insertable } from 'kysely';
import { inPieces } from './pieces.ts';
import type { Executor, Schema } from './schema.ts';

/** Adds rows, all of the same columns, and says how many: one whose key is there already is left out. */
export async function addNew<Table extends keyof Schema>(
  db: Executor,
  table: Table,
  rows: readonly Insertable<Schema[Table]>[],
): Promise<number> {
  let added = 0n;
  for (const piece of inPieces(rows)) {
    const { numInsertedOrUpdatedRows = 0n } = await db
      .insertInto(table)
      .values(piece)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    added += numInsertedOrUpdatedRows;
  }
  return Number(added);
}
