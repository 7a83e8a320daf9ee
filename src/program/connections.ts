import { connectionsOf } from '../db/postgres.ts';
import type { Database } from '../db/schema.ts';
import type { Metrics } from '../system/metrics.ts';

/** How the connections of this process to PostgreSQL are used. Nothing on SQLite, which has no use for more than one. */
export function tellConnections(metrics: Metrics, db: Database): void {
  if (connectionsOf(db) === null) return;
  const now = () => connectionsOf(db) ?? { idle: 0, busy: 0, waiting: 0 };
  metrics.reads({
    name: 'buddy_database_connections',
    help: 'Connections to the database server that this process holds, by whether they are in use.',
    label: 'state',
    read: async () => ({ idle: now().idle, busy: now().busy }),
  });
  metrics.reads({
    name: 'buddy_database_waiting',
    help: 'How many wait for a connection, since all that may be held are in use.',
    label: null,
    read: async () => ({ '': now().waiting }),
  });
}
