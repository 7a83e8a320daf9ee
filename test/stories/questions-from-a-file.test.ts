import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addWeeks, type IsoWeek, weekOf } from '../../src/calendar/iso-week.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { runCommand } from '../support/program.ts';

let database: FreshDatabase;
let db: Database;
let folder: string;
/** A command goes by the clock of the machine. */
const next: IsoWeek = addWeeks(weekOf(Date.now(), 'UTC'), 1);
const after: IsoWeek = addWeeks(next, 1);

beforeEach(async () => {
  database = await freshDatabase();
  db = openDatabase(database.url);
  await migrate(db);
  folder = mkdtempSync(join(tmpdir(), 'buddy-import-'));
});
afterEach(async () => {
  await db.destroy();
  await database.remove();
  rmSync(folder, { recursive: true, force: true });
});

function imported(name: string, content: string | Buffer, ...options: string[]) {
  const file = join(folder, name);
  writeFileSync(file, content);
  return runCommand(['questions', 'import', file, ...options], { DATABASE_URL: database.url });
}

async function posted(): Promise<readonly string[]> {
  const rows = await db.selectFrom('question_sets').selectAll().orderBy('week').execute();
  return rows.map(({ week, first, second, first_es }) => [week, first, second, first_es ?? ''].join(' | '));
}

describe('questions from a file', () => {
  test('are taken from a list in YAML, and written back the same', async () => {
    const yaml = `- week: ${next}\n  first: What went well?\n  second: Who helped?\n- week: ${after}\n  first: "A: b?"\n  second: C?\n  first_es: ¿A?\n  second_es: ¿C?\n`;
    const { code, stdout } = await imported('a.yml', yaml);
    expect([code, stdout]).toEqual([0, expect.stringContaining('Took 2 weeks.')]);
    expect(await posted()).toEqual([
      `${next} | What went well? | Who helped? | `,
      `${after} | A: b? | C? | ¿A?`,
    ]);
    const written = await runCommand(['questions', 'export'], { DATABASE_URL: database.url });
    expect(await imported('b.yml', written.stdout)).toMatchObject({ code: 0 });
    expect(await posted()).toHaveLength(2);
  });

  test.each([
    [
      'commas, a byte-order mark and Windows’ line ends',
      `\uFEFFweek,first,second\r\n${next},"What, really?",Who?\r\n`,
    ],
    ['semicolons', `week;first;second\n${next};What, really?;Who?\n`],
    ['tabs', `Week\tFirst\tSecond\n${next}\tWhat, really?\tWho?\n\t\t\n`],
    ['a line break inside a cell', `week,second,first\n${next},Who?,"What, really?"\n`],
  ])('are taken from a CSV with %s', async (_, csv) => {
    expect(await imported('a.csv', csv)).toMatchObject({ code: 0, stderr: '' });
    expect(await posted()).toEqual([`${next} | What, really? | Who? | `]);
  });

  test('are read as Windows-1252 where they aren’t UTF-8, and said to be', async () => {
    const csv = Buffer.from(`week;first;second\n${next};Qu\xe9 tal?;\xbfY t\xfa?\n`, 'latin1');
    const { code, stdout } = await imported('a.csv', csv);
    expect([code, stdout]).toEqual([0, expect.stringContaining('Windows-1252')]);
    expect(await posted()).toEqual([`${next} | Qué tal? | ¿Y tú? | `]);
    const utf16 = Buffer.from('\uFEFFweek,first,second', 'utf16le');
    expect((await imported('b.csv', utf16)).stderr).toMatch(/UTF-16/);
  });

  test('are refused whole, each fault by its line', async () => {
    const csv = `week,first,second\n${next},A?,B?\nsoon,A?,B?\n2020-W01,A?,\n${next},C?,"D?\nmore"\n`;
    const { code, stderr } = await imported('a.csv', csv);
    expect(code).toBe(1);
    expect(stderr).toMatch(/line 3: week is no ISO week/);
    expect(stderr).toMatch(/line 4: week is over/);
    expect(stderr).toMatch(/line 4: second is missing/);
    expect(stderr).toMatch(/line 5: week stands twice/);
    expect((await imported('b.csv', 'week,frist,second\n')).stderr).toMatch(/no column frist/);
    expect((await imported('c.yml', `- week: ${next}\n  first: A?\n`)).stderr).toMatch(
      /line 1: second is missing/,
    );
    expect((await imported('d.yml', 'week: {')).stderr).toMatch(/Nothing was taken/);
    expect(await posted()).toEqual([]);
  });

  test('don’t take the place of what was posted, unless that’s said; and can be looked at first', async () => {
    const csv = (first: string) => `week,first,second\n${next},${first},B?\n`;
    expect((await imported('a.csv', csv('A?'), '--dry-run')).stdout).toMatch(/one week would be/);
    expect(await posted()).toEqual([]);
    await imported('a.csv', csv('A?'));
    expect((await imported('b.csv', csv('Z?'))).stderr).toMatch(
      /line 2: week has questions of its own.*--replace/,
    );
    expect(await imported('b.csv', csv('Z?'), '--replace')).toMatchObject({ code: 0 });
    expect(await posted()).toEqual([`${next} | Z? | B? | `]);
  });
});
