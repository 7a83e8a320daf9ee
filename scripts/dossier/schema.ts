import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { tables } from '../../src/db/tables.ts';

export interface Column {
  readonly name: string;
  readonly type: string;
}

/** Every table with its columns, of a database that this version has just made. */
export async function schemaNow(): Promise<ReadonlyMap<string, readonly Column[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'buddy-dossier-'));
  const db = openDatabase(`sqlite:${join(folder, 'buddy.db')}`);
  try {
    await migrate(db);
    const found = new Map<string, readonly Column[]>();
    for (const table of tables) {
      const { rows } =
        await sql<Column>`select name, lower(type) as type from pragma_table_info(${table})`.execute(db);
      found.set(table, rows);
    }
    return found;
  } finally {
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}
