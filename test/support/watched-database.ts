import { type Dialect, type Driver, Kysely } from 'kysely';
import { isPostgresUrl, sqlitePath } from '../../src/db/database-url.ts';
import { postgresDialect } from '../../src/db/postgres.ts';
import type { Database, Schema } from '../../src/db/schema.ts';
import { sqliteDialect } from '../../src/db/sqlite.ts';

/** The real database, and whether anybody uses it at the moment: a clock that a test moves has to wait for it. */
export interface WatchedDatabase {
  readonly db: Database;
  isBusy(): boolean;
}

export function openWatched(url: string): WatchedDatabase {
  const dialect = isPostgresUrl(url) ? postgresDialect(url) : sqliteDialect(sqlitePath(url));
  let inUse = 0;
  const watched: Dialect = {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver() {
      const driver = dialect.createDriver();
      return new Proxy(driver, {
        get(target, name: keyof Driver) {
          const method = target[name];
          if (typeof method !== 'function') return method;
          const run = method.bind(target) as (...words: unknown[]) => Promise<unknown>;
          return async (...words: unknown[]) => {
            if (name === 'acquireConnection') inUse += 1;
            try {
              return await run(...words);
            } catch (error) {
              if (name === 'acquireConnection') inUse -= 1;
              throw error;
            } finally {
              if (name === 'releaseConnection') inUse -= 1;
            }
          };
        },
      });
    },
  };
  return { db: new Kysely<Schema>({ dialect: watched }), isBusy: () => inUse > 0 };
}
