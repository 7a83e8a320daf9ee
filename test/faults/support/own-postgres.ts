import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { openDatabase } from '../../../src/db/open.ts';
import { databaseOn, tell } from '../../support/fresh-database.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres-server.ts';

/** A server that a run may do anything to, and a database on it that only Buddy's user with a password may use. */
export interface OwnPostgres {
  readonly server: PostgresServer;
  readonly url: string;
  readonly password: string;
  /** Every process of it stands still, as on a machine that does, until `thaw`. */
  freeze(): Promise<void>;
  thaw(): void;
  stop(): Promise<void>;
}

export async function ownPostgres(): Promise<OwnPostgres> {
  const server = await startPostgres('keeps commits');
  const password = randomBytes(12).toString('hex');
  await tell(server.url, sql`create role locked login password ${sql.lit(password)}`);
  await tell(server.url, sql`create database ward owner locked`);
  const url = databaseOn(server.url, 'ward').replace('buddy@', `locked:${password}@`);
  const frozen: number[] = [];
  const thaw = (): void => {
    for (const pid of frozen.splice(0)) process.kill(pid, 'SIGCONT');
  };
  return {
    server,
    url,
    password,
    async freeze() {
      frozen.push(...(await processesOf(server.url)));
      for (const pid of frozen) process.kill(pid, 'SIGSTOP');
    },
    thaw,
    stop() {
      thaw();
      return server.stop();
    },
  };
}

/** The one that takes on connections first. */
async function processesOf(url: string): Promise<readonly number[]> {
  const db = openDatabase(url);
  const { rows } = await sql<{ pid: number }>`
    select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int as pid
    union all select pid from pg_stat_activity where pid <> pg_backend_pid()`.execute(db);
  await db.destroy();
  return rows.map(({ pid }) => pid);
}
