import { type Config, ConfigFault, readConfig, requireServable } from './config.ts';
import { ContentFault } from './content/content.ts';
import { DatabaseFault } from './db/failures.ts';
import { startServer } from './server.ts';
import { systemClock } from './system/clock.ts';
import { createLog, loggedError } from './system/logger.ts';

async function main(): Promise<void> {
  const config = readConfig();
  requireServable(config);
  await serve(config);
}

async function serve(config: Config): Promise<void> {
  const log = createLog(config.logLevel, 1);
  const server = await startServer(config, log, systemClock);
  if (config.playground)
    console.log(`Buddy's playground is open: http://${urlHost(config.host)}:${server.port}`);
  const stop = async (): Promise<void> => {
    log.info('stopping');
    try {
      await server.stop();
      process.exit(0);
    } catch (error) {
      log.error('did not stop cleanly', { error: loggedError(error) });
      process.exit(1);
    }
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** An IPv6 address stands in brackets. */
function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** One clear line for what an operator can mend; the place in the code for what only we can. */
function explain(error: unknown): string {
  const known = [ConfigFault, ContentFault, DatabaseFault];
  if (error instanceof Error && known.some((kind) => error instanceof kind)) return error.message;
  const code = String((error as { code?: unknown }).code);
  if (code === 'EADDRINUSE')
    return 'PORT is taken by another program. Set PORT to a free one, or stop the other.';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'HOST is not an address of this machine.';
  if (
    ['EACCES', 'EROFS', 'ENOENT', 'ENOTDIR', 'SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_NOTADB'].includes(
      code,
    )
  ) {
    return `DATABASE_URL names a file that cannot be used (${code}). Check the path and its permissions.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error) => {
  console.error(explain(error));
  process.exit(1);
});
