import type { Database } from '../../../src/db/schema.ts';

/** Every row of every table, in an order of its own, as text: equal when nothing at all has changed. */
export async function wholeContent(db: Database): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = await db.introspection.getTables();
  const entries = tables.map(async ({ name }) => {
    const rows = await db
      .selectFrom(name as 'members')
      .selectAll()
      .execute();
    return [name, rows.map((row) => JSON.stringify(row)).sort()] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
