import { flushCompileCache } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Config, readConfig, requireServable } from '../config/config.ts';
import { takeWayOut } from '../config/way-out.ts';
import { systemClock } from '../system/clock.ts';
import { createLog, loggedError } from '../system/logger.ts';
import { explain } from './explain.ts';
import { type Server, startServer } from './server.ts';

/** Serves what the environment says until it is asked to stop. What is wrong with that is one line, and exit code 1. */
export async function main(): Promise<void> {
  try {
    const config = readConfig();
    requireServable(config);
    takeWayOut(config.wayOut);
    await serve(config);
  } catch (error) {
    console.error(inOneLine(error));
    process.exit(1);
  }
}

/** For so long after SIGTERM requests are still taken, so that a load balancer sees /readyz turn first (milliseconds). */
const lingerMs = 1_500;

/** So long after a start, what was compiled is kept for the next, also when this process will be killed (milliseconds). */
const keepCompiledAfterMs = 2_000;

/** Whatever hangs, the process is gone after this (milliseconds). */
const goneAfterMs = 9_800;

async function serve(config: Config): Promise<void> {
  const log = createLog(config.logLevel, 1);
  let server: Server | null = null;
  // At a terminal it still means that the terminal is gone.
  if (!process.stdin.isTTY) process.on('SIGHUP', () => server?.readSecretsAgain());
  server = await startServer(config, log, systemClock);
  if (config.playground)
    console.log(`Buddy's playground is open: http://${urlHost(config.host)}:${server.port}`);
  setTimeout(flushCompileCache, keepCompiledAfterMs).unref();
  const stop = async (lingerMs: number): Promise<void> => {
    log.info('stopping');
    const impatience = setTimeout(() => process.exit(1), goneAfterMs);
    try {
      server.retire();
      await sleep(lingerMs);
      await server.stop();
      clearTimeout(impatience);
      process.exit(0);
    } catch (error) {
      log.error('did not stop cleanly', { error: loggedError(error) });
      process.exit(1);
    }
  };
  process.once('SIGTERM', () => stop(lingerMs));
  process.once('SIGINT', () => stop(0));
}

/** An IPv6 address stands in brackets. */
function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** One clear line for what an operator can fix; the place in the code for what only we can. */
function inOneLine(error: unknown): string {
  return explain(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
}
