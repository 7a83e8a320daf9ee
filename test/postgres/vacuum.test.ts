import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { heldRooms } from '../../src/features/held-rooms.ts';
import { enrol } from '../../src/people/members/store.ts';
import { until } from '../support/hospital.ts';
import { type PostgresServer, startPostgres } from '../support/postgres-server.ts';
import { aProfile, slackPerson, someHospital } from '../support/turn.ts';

let server: PostgresServer;
let db: Database;
beforeAll(async () => {
  server = await startPostgres();
  db = openDatabase(server.url);
  // A server looks around every minute; this one every second.
  await sql`alter system set autovacuum_naptime = 1`.execute(db);
  await sql`select pg_reload_conf()`.execute(db);
  await migrate(db);
});
afterAll(async () => {
  await db.destroy();
  await server.stop();
});

test('every table with people in it is vacuumed soon', async () => {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class
    where reloptions @> array['autovacuum_vacuum_scale_factor=0', 'autovacuum_vacuum_threshold=0']`.execute(
    db,
  );
  const withPeople = heldRooms.flatMap(({ tables }) => tables.map(({ table }) => table));
  const others = ['inbox'];
  expect(rows.map(({ name }) => name).sort()).toEqual(
    [...new Set(withPeople)].filter((name) => !others.includes(name)).sort(),
  );
});

test('one person who is erased among a thousand is out of the file without anyone asking for it', async () => {
  for (let count = 0; count < 1000; count += 1) {
    await enrol(db, slackPerson(`U${count}`), aProfile(`Person ${count}`), someHospital, 1);
  }
  await db.deleteFrom('members').where('person_id', '=', 'U7').execute();
  const dead = async () => {
    const { rows } = await sql<{ dead: number; vacuums: number }>`
      select n_dead_tup::int as dead, autovacuum_count::int as vacuums
      from pg_stat_user_tables where relname = 'members'`.execute(db);
    return rows[0];
  };
  await until(async () => ((await dead())?.vacuums ?? 0) > 0 && (await dead())?.dead === 0, 20_000);
});
