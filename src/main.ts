import { type Config, ConfigFault, readConfig } from './config.ts';
import { ContentFault } from './content/content.ts';
import { startServer } from './server.ts';
import { systemClock } from './system/clock.ts';
import { createLog, loggedError } from './system/logger.ts';

const noPlatform =
  'No chat platform is configured. Set SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET (see .env.example and the Slack section of README.md), then start again.';

async function main(): Promise<void> {
  const config = readConfig();
  if (config.slack === null) throw new ConfigFault(noPlatform);
  await serve(config);
}

async function serve(config: Config): Promise<void> {
  const log = createLog(config.logLevel, 1);
  const server = await startServer(config, log, systemClock);
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

/** One clear line for what an operator can mend; the place in the code for what only we can. */
function explain(error: unknown): string {
  if (error instanceof ConfigFault || error instanceof ContentFault) return error.message;
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
