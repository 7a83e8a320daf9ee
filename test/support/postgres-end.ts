import type { RunServer } from './postgres-run.ts';

/** Jest's global tear-down. */
export default async function tearDown(): Promise<void> {
  await (globalThis as { postgresOfTheRun?: RunServer }).postgresOfTheRun?.stop();
}
