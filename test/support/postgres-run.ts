import { sql } from 'kysely';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { databaseOn } from './fresh-database.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

/** Jest's global set-up: one server for all tests of a run, and one database with all tables that each test copies. */
export default async function setUp(): Promise<void> {
  const given = process.env.TEST_POSTGRES_URL;
  const server = given ? { url: given, stop() {} } : startPostgres();
  process.env.BUDDY_TEST_POSTGRES = server.url;
  (globalThis as { postgresOfTheRun?: Pick<PostgresServer, 'stop'> }).postgresOfTheRun = server;

  const template = `buddy_tests_${process.pid}`;
  process.env.BUDDY_TEST_TEMPLATE = template;
  const outer = openDatabase(server.url);
  await sql`drop database if exists ${sql.ref(template)}`.execute(outer);
  await sql`create database ${sql.ref(template)}`.execute(outer);
  await outer.destroy();
  const db = openDatabase(databaseOn(server.url, template));
  await migrate(db);
  await db.destroy();
}
