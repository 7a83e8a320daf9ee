import type { Config } from '../config/config.ts';
import { createParts, type Parts } from '../program/parts.ts';
import { systemClock } from '../system/clock.ts';
import { createLog } from '../system/logger.ts';
import { uncounted } from '../system/metrics.ts';
import { commandConfig } from './command-config.ts';
import { requireDatabase } from './require-database.ts';

/** Opens what a command needs, and closes it whatever happens. Standard output is left to the command's answer. */
export async function withParts<T>(work: (parts: Parts, config: Config) => Promise<T>): Promise<T> {
  const config = commandConfig();
  await requireDatabase(config.databaseUrl);
  const parts = await createParts(
    config,
    { log: createLog(config.logLevel, 2), clock: systemClock, metrics: uncounted },
    'sends',
  );
  try {
    return await work(parts, config);
  } finally {
    await parts.db.destroy();
  }
}
