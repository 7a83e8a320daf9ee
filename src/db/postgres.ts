import { PostgresAdapter, PostgresDialect, PostgresDriver } from 'kysely';
import type { Secret } from '../system/secret.ts';
import { type Connections, openPool } from './pool.ts';
import type { Executor } from './schema.ts';

/** A PostgreSQL server. The driver is loaded when the first query is asked, and only then. */
export function postgresDialect(url: string, password: Secret | null = null): PostgresDialect {
  return new PooledDialect(url, password);
}

/** The connections to the server right now; null for a file, which needs none. */
export function connectionsOf(db: Executor): Connections | null {
  const { adapter } = db.getExecutor();
  return adapter instanceof PooledAdapter ? adapter.connections() : null;
}

class PooledDialect extends PostgresDialect {
  private readonly url: string;
  private readonly password: Secret | null;
  private connections: () => Connections = () => ({ idle: 0, busy: 0, waiting: 0 });

  constructor(url: string, password: Secret | null) {
    super({ pool: () => Promise.reject(new Error('The pool is opened by createDriver.')) });
    this.url = url;
    this.password = password;
  }

  override createDriver(): PostgresDriver {
    return new HonestDriver({
      pool: async () => {
        const pool = await openPool(this.url, this.password);
        this.connections = pool.connections;
        return pool;
      },
    });
  }

  override createAdapter(): PostgresAdapter {
    return new PooledAdapter(() => this.connections());
  }
}

class PooledAdapter extends PostgresAdapter {
  readonly connections: () => Connections;

  constructor(connections: () => Connections) {
    super();
    this.connections = connections;
  }
}

class HonestDriver extends PostgresDriver {
  /** On a broken connection nothing can be undone, nor need be: the server does it. Why it broke must not be lost over it. */
  override async rollbackTransaction(
    ...connection: Parameters<PostgresDriver['rollbackTransaction']>
  ): Promise<void> {
    await super.rollbackTransaction(...connection).catch(() => {});
  }
}
