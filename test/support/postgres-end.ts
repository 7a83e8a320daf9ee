import type { PostgresServer } from './postgres-server.ts';

/** Jest's global tear-down. */
export default async function tearDown(): Promise<void> {
  (globalThis as { postgresOfTheRun?: PostgresServer }).postgresOfTheRun?.stop();
}
