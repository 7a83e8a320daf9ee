import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { saidOf } from '../scripts/dossier/privacy-page.ts';
import { openDatabase } from '../src/db/open.ts';
import type { Database } from '../src/db/schema.ts';
import { tables } from '../src/db/tables.ts';
import { type FreshDatabase, freshDatabase } from './support/fresh-database.ts';

const text = readFileSync(join(import.meta.dirname, '../docs/privacy.md'), 'utf8');
let fresh: FreshDatabase;
let db: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  db = openDatabase(fresh.url);
});
afterAll(async () => {
  await db.destroy();
  await fresh.remove();
});

test.each(tables)(
  'the privacy officer reads of every column of %s, and of none that is gone',
  async (table) => {
    const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(db);
    const columns = rows.map(({ name }) => name).sort();
    const named = saidOf(text, table)
      .columns.flatMap(({ names }) => names)
      .sort();
    expect(named).toEqual(columns);
  },
);
