import { sql } from 'kysely';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { databaseOn, tell } from './fresh-database.ts';
import { startPostgres } from './postgres-server.ts';

/** Started here, or given by TEST_POSTGRES_URL. */
export interface RunServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Jest's global set-up: one server for all tests of a run, and one database with all tables that each test copies. */
export default async function setUp(): Promise<void> {
  const given = process.env.TEST_POSTGRES_URL;
  const template = `buddy_tests_${process.pid}`;
  const server: RunServer = given
    ? { url: given, stop: () => dropAll(given, template) }
    : await startPostgres();
  process.env.BUDDY_TEST_POSTGRES = server.url;
  (globalThis as { postgresOfTheRun?: RunServer }).postgresOfTheRun = server;

  process.env.BUDDY_TEST_TEMPLATE = template;
  await tell(server.url, sql`create database ${sql.ref(template)}`);
  const db = openDatabase(databaseOn(server.url, template));
  await migrate(db);
  await db.destroy();
}

async function dropAll(server: string, prefix: string): Promise<void> {
  const outer = openDatabase(server);
  const { rows } = await sql<{
    name: string;
  }>`select datname as name from pg_database where datname like ${`${prefix}%`}`.execute(outer);
  for (const { name } of rows) await sql`drop database ${sql.ref(name)} with (force)`.execute(outer);
  await outer.destroy();
}
