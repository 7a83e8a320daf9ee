import { sql } from 'kysely';
import { databaseOn, tell } from '../test/support/fresh-database.ts';
import { startPostgres, whyNoPostgres } from '../test/support/postgres-server.ts';

/** Makes an empty database on the server and gives its URL. */
type NewDatabase = () => Promise<string>;

/**
 * A server of its own for one figure, with the same settings for everybody who is measured on it: nothing is flushed to
 * the disk. Where there is none, says why, and gives null.
 */
export async function withPostgres<T>(work: (newDatabase: NewDatabase) => Promise<T>): Promise<T | null> {
  const why = whyNoPostgres();
  if (why !== null) {
    console.error(`skipped: on PostgreSQL, since ${why}`);
    return null;
  }
  const given = process.env.TEST_POSTGRES_URL;
  const server = given ? { url: given, stop() {} } : await startPostgres();
  const made: string[] = [];
  try {
    return await work(async () => {
      const name = `buddy_bench_${process.pid}_${made.length}`;
      await tell(server.url, sql`create database ${sql.ref(name)}`);
      made.push(name);
      return databaseOn(server.url, name);
    });
  } finally {
    for (const name of made) await tell(server.url, sql`drop database ${sql.ref(name)} with (force)`);
    await server.stop();
  }
}
