import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';

/** Jest's global set-up: one file with all tables that each test of a run copies. */
export default async function setUp(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'buddy-template-'));
  const file = join(folder, 'buddy.db');
  const db = openDatabase(`sqlite:${file}`);
  await migrate(db);
  await db.destroy();
  process.env.BUDDY_TEST_FILE = file;
}
