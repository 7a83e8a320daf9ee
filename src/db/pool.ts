import { Socket } from 'node:net';
import type { PostgresPool } from 'kysely';
import type { ClientConfig } from 'pg';
import type { Secret } from '../system/secret.ts';
import { codeOf, postgresFault, withCode } from './failures.ts';
import { sslOptions, withoutSsl } from './tls.ts';

/** Connections of one process. A server has a hundred by default, and several processes may share it. */
const mostConnections = 10;

/** How long may be waited for a connection, for one statement, and for a lock that another transaction holds (ms). */
const connectionTimeoutMs = 5_000;
const statementTimeoutMs = 30_000;
const lockTimeoutMs = 10_000;

/** A process that stands still in a transaction loses it after this, and with it the rows that others wait for (ms). */
const idleInTransactionMs = 15_000;

/** Asked of each new connection, and not at its start, where PgBouncer lets nobody in who asks for it. */
const setTimeouts = `select set_config('statement_timeout', '${statementTimeoutMs}', false),
  set_config('lock_timeout', '${lockTimeoutMs}', false),
  set_config('idle_in_transaction_session_timeout', '${idleInTransactionMs}', false)`;

/** A connection that nobody has used for so long is closed (ms). */
const idleConnectionMs = 30_000;

/**
 * Far above what a statement may take (ms): the server has gone without a word, as after a failover or behind a
 * firewall. Without this, such a connection would hang until the operating system gives it up, a quarter of an hour.
 */
const silentForMs = 120_000;

/** The type of `bigint` and of `count(*)`. Instants and counts are far below what a JavaScript number holds exactly. */
const int8 = 20;

/** How many connections do nothing, how many are in use, and how many times one is waited for. */
export interface Connections {
  readonly idle: number;
  readonly busy: number;
  readonly waiting: number;
}

export interface Pool extends PostgresPool {
  readonly connections: () => Connections;
}

/** That the server doesn't accept the password: its own code, and the one of a PgBouncer before it. */
const isRefused = (error: unknown): boolean => /^(28...|08P01)$/.test(codeOf(error) ?? '');

/**
 * The connections of one process to one server. Who can't have one is told why by a DatabaseFault. A `password` counts in
 * place of the one in the URL; refused, it's looked for again.
 */
export async function openPool(url: string, password: Secret | null): Promise<Pool> {
  const { default: pg } = await import('pg');
  class Client extends pg.Client {
    constructor(config?: string | ClientConfig) {
      super(config);
      // What stands in the URL would win over an option.
      if (password !== null) this.password = password.value;
    }
  }
  const pool = new pg.Pool({
    Client,
    connectionString: withoutSsl(url),
    ssl: sslOptions(url),
    application_name: 'buddy',
    max: mostConnections,
    connectionTimeoutMillis: connectionTimeoutMs,
    idleTimeoutMillis: idleConnectionMs,
    onConnect: async (client) => void (await client.query(setTimeouts)),
    keepAlive: true,
    stream: openSocket,
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === int8 ? Number : pg.types.getTypeParser(type, format as 'text'),
    },
  });
  // An idle connection broke. The pool opens another when one is needed, and who needs one then hears of the trouble.
  pool.on('error', () => {});
  // So does one that is in use: its query fails with the same error. Without a listener the process would end.
  pool.on('connect', (client) => client.on('error', withCode));
  const connect = () =>
    password === null ? pool.connect() : password.using(() => pool.connect(), isRefused);
  return {
    options: pool.options,
    connect: () =>
      connect().catch((error: unknown) => {
        throw postgresFault(error);
      }),
    end: () => pool.end(),
    connections: () => ({
      idle: pool.idleCount,
      busy: pool.totalCount - pool.idleCount,
      // Who asks while one is idle stands in line too, for a moment.
      waiting: Math.max(0, pool.waitingCount - pool.idleCount),
    }),
  };
}

function openSocket(): Socket {
  const socket = new Socket();
  socket.setTimeout(silentForMs, () => socket.destroy(withCode(new Error('The server has been silent.'))));
  return socket;
}
