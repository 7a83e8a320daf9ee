import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { migrate, pendingMigrations } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { cancelStartingWith, enqueue } from '../../src/outbox/store.ts';
import { enrol } from '../../src/people/members/store.ts';
import { databaseUnderTest, type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { runCommand } from '../support/program.ts';
import { aProfile, slackPerson, someHospital } from '../support/turn.ts';

let database: FreshDatabase;
beforeEach(async () => {
  database = await freshDatabase('empty');
});
afterEach(() => database.remove());

test('four processes that start at once on an empty database: one makes the tables, and none trips over it', async () => {
  const starts = [1, 2, 3, 4].map(() => runCommand(['migrate'], { DATABASE_URL: database.url }));
  const ends = await Promise.all(starts);
  expect(ends.map(({ code, stderr }) => [code, stderr])).toEqual(ends.map(() => [0, '']));
  expect(ends.filter(({ stdout }) => stdout.startsWith('Applied:'))).toHaveLength(1);
  expect((await runCommand(['migrate'], { DATABASE_URL: database.url })).stdout).toContain('up to date');
});

test('texts are in the order of their bytes, whatever the language of the database', async () => {
  const db = openDatabase(database.url);
  await migrate(db);
  expect(await pendingMigrations(db)).toBe(0);
  const to = slackPerson('U1');
  const keys = [
    'reminder:a:1',
    'reminder:A:1',
    'reminder:a-b:1',
    'reminder:a',
    'reminder:ab:1',
    'reminder:a:z',
  ];
  await enqueue(
    db,
    keys.map((key) => ({ key, to, card: { elements: [] } })),
    1,
  );
  if (databaseUnderTest === 'postgres') {
    const { rows } = await sql`select table_name, column_name from information_schema.columns
      where data_type = 'text' and table_schema = 'public' and collation_name is distinct from 'C'`.execute(
      db,
    );
    expect(rows).toEqual([]);
  }
  const ordered = await db.selectFrom('outbox').select('key').orderBy('key').execute();
  expect(ordered.map(({ key }) => key)).toEqual([...keys].sort());
  expect([...(await cancelStartingWith(db, 'reminder:a:'))].sort()).toEqual(['reminder:a:1', 'reminder:a:z']);
  await db.destroy();
});

test('a count is a number, and an instant is the same to the millisecond', async () => {
  const db = openDatabase(database.url);
  await migrate(db);
  const instant = Date.parse('2900-12-31T23:59:59.999Z');
  await enrol(db, slackPerson('U1'), aProfile('Zoë 🙂 O’Neill'), someHospital, instant);
  const row = await db
    .selectFrom('members')
    .select((members) => ['name', 'created_at', members.fn.max('created_at').as('last')])
    .select((members) => [members.fn.countAll().as('all'), sql<number>`sum(nudge_minute)`.as('minutes')])
    .groupBy(['name', 'created_at'])
    .executeTakeFirst();
  expect(row).toEqual({ name: 'Zoë 🙂 O’Neill', created_at: instant, last: instant, all: 1, minutes: 540 });
  await db.destroy();
});
