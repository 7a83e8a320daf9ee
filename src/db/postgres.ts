import { readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { type Dialect, PostgresDialect } from 'kysely';
import { readPlace } from './database-url.ts';
import { codeOf, DatabaseFault } from './failures.ts';

/** Connections of one process. A server has a hundred by default, and several processes may share it. */
export const mostConnections = 10;

/** How long may be waited for a connection, for one statement, and for a lock that another transaction holds (ms). */
const connectionTimeoutMs = 5_000;
const statementTimeoutMs = 30_000;
const lockTimeoutMs = 10_000;

/** A process that stands still in a transaction loses it after this, and with it the rows that others wait for (ms). */
const idleInTransactionMs = 15_000;

/** A connection that nobody has used for so long is closed (ms). */
const idleConnectionMs = 30_000;

/**
 * Far above what a statement may take (ms): the server has gone without a word, as after a failover or behind a
 * firewall. Without this, such a connection would hang until the operating system gives it up, a quarter of an hour.
 */
const silentForMs = 120_000;

/** The type of `bigint` and of `count(*)`. Instants and counts are far below what a JavaScript number holds exactly. */
const int8 = 20;

/** A PostgreSQL server. The driver is loaded when the first query is asked, and only then. */
export function postgresDialect(url: string): Dialect {
  return new PostgresDialect({ pool: () => openPool(url) });
}

async function openPool(url: string) {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: withoutSsl(url),
    ssl: sslOptions(url),
    application_name: 'buddy',
    max: mostConnections,
    connectionTimeoutMillis: connectionTimeoutMs,
    idleTimeoutMillis: idleConnectionMs,
    statement_timeout: statementTimeoutMs,
    lock_timeout: lockTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    keepAlive: true,
    stream: openSocket,
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === int8 ? Number : pg.types.getTypeParser(type, format as 'text'),
    },
  });
  // An idle connection broke. The pool opens another when one is needed, and who needs one then hears of the trouble.
  pool.on('error', () => {});
  // So does one that is in use: its query fails; without a listener the process would end.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function openSocket(): Socket {
  const socket = new Socket();
  socket.setTimeout(silentForMs, () => socket.destroy(new Error('The database server has been silent.')));
  return socket;
}

/** The rest of the URL is read by the driver, for which sslmode means something else than for everybody. */
function withoutSsl(url: string): string {
  const [place = '', query = ''] = url.split('?');
  const parameters = new URLSearchParams(query);
  for (const name of [...parameters.keys()]) if (name.startsWith('ssl')) parameters.delete(name);
  return parameters.size === 0 ? place : `${place}?${parameters}`;
}

/** sslmode as libpq and psql have it. */
function sslOptions(url: string): ConnectionOptions | false {
  const { sslMode, parameters } = readPlace(url);
  if (sslMode === null || sslMode === 'disable') return false;
  const file = (name: string): string | undefined => {
    const path = parameters.get(name);
    if (path === null) return undefined;
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      throw new DatabaseFault(`DATABASE_URL has an ${name} that cannot be read (${codeOf(error)}).`);
    }
  };
  const ca = file('sslrootcert');
  const certificates = { ca, cert: file('sslcert'), key: file('sslkey') };
  if (sslMode === 'verify-full') return certificates;
  // Whoever may sign, but whatever the name: with a root certificate `require` is the same as `verify-ca`.
  if (ca !== undefined) return { ...certificates, checkServerIdentity: () => undefined };
  return { ...certificates, rejectUnauthorized: false };
}
