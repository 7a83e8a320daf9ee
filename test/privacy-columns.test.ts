import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
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

/** What the page says of a table: the part below its bold name, or its row in the last list. */
function saidOf(table: string): string {
  const [, part] = text.split(`\n**${table}**`);
  if (part !== undefined) return part.split(/\n\*\*|\n## /)[0] ?? '';
  return text.split('\n').find((line) => line.startsWith(`| \`${table}\``)) ?? '';
}

test.each(tables)(
  'the privacy officer reads of every column of %s, and of none that is gone',
  async (table) => {
    const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(db);
    const columns = rows.map(({ name }) => name).sort();
    const named = saidOf(table)
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .flatMap((line) => {
        const cells = line.split('|').map((cell) => cell.trim());
        const cell = cells[1] === `\`${table}\`` ? cells[2] : cells[1];
        return [...(cell ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '');
      })
      .sort();
    expect(named).toEqual(columns);
  },
);
