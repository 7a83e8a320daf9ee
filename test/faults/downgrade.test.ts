import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import SqliteFile from 'better-sqlite3';
import { runCommand, runMain } from '../support/program.ts';
import { startSlack } from '../support/slack/stand-in.ts';

test('a database that a newer version has migrated is not touched, and that is said in one line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'buddy-newer-'));
  const path = join(folder, 'buddy.db');
  const slack = await startSlack();
  const environment = { ...slack.env(), DATABASE_URL: `sqlite:${path}` };
  try {
    expect(await runCommand(['migrate'], environment)).toMatchObject({ code: 0 });
    const file = new SqliteFile(path);
    file.prepare('insert into kysely_migration values (?, ?)').run('29990101T0000_later', '2999-01-01');
    file.close();
    for (const refused of [await runMain(environment), await runCommand(['migrate'], environment)]) {
      expect(refused.code).toBe(1);
      expect(refused.stderr.trim()).toMatch(/^The database .* newer version of Buddy\. Start that one.*$/);
    }
  } finally {
    await slack.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
