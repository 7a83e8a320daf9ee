import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { tellConnections } from '../../src/program/connections.ts';
import { createPrometheus } from '../../src/system/prometheus.ts';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { until } from '../support/hospital.ts';

let fresh: FreshDatabase;
let db: Database;
beforeEach(async () => {
  fresh = await freshDatabase();
  db = openDatabase(fresh.url);
});
afterEach(async () => {
  await db.destroy();
  await fresh.remove();
});

test('an operator sees how many connections are in use, how many are not, and how many more are wanted', async () => {
  const { metrics, tell } = createPrometheus();
  tellConnections(metrics, db);
  const numbers = async () =>
    Object.fromEntries(
      [...(await tell()).text.matchAll(/^buddy_database_(\S+) (\d+)$/gm)].map(([, name, value]) => [
        name,
        value,
      ]),
    );
  const with_ = (idle: number, busy: number, waiting: number) => ({
    'connections{state="idle"}': `${idle}`,
    'connections{state="busy"}': `${busy}`,
    waiting: `${waiting}`,
  });
  expect(await numbers()).toEqual(with_(0, 0, 0));

  const release = Promise.withResolvers<void>();
  let holding = 0;
  const all = Array.from({ length: 13 }, () =>
    db.connection().execute(async (connection) => {
      await sql`select 1`.execute(connection);
      holding += 1;
      await release.promise;
    }),
  );
  await until(() => holding === 10);
  expect(await numbers()).toEqual(with_(0, 10, 3));
  release.resolve();
  await Promise.all(all);
  expect(await numbers()).toEqual(with_(10, 0, 0));
});

test('a file has no such numbers', async () => {
  const { metrics, tell } = createPrometheus();
  const file = openDatabase('sqlite::memory:');
  tellConnections(metrics, file);
  expect((await tell()).text).not.toContain('buddy_database');
  await file.destroy();
});
