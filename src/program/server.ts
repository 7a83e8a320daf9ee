import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config/config.ts';
import { ownVersion } from '../config/version.ts';
import { isPostgresUrl, sqlitePath } from '../db/database-url.ts';
import { freeBytes } from '../db/watch.ts';
import { answerNumbers, toThisMachine } from '../http/numbers.ts';
import { createHttpServer, createPort } from '../http/server.ts';
import { watchClock } from '../schedule/clock-watch.ts';
import { type Clock, uptime } from '../system/clock.ts';
import { linesLost } from '../system/log-lines.ts';
import type { Log } from '../system/logger.ts';
import { createPrometheus } from '../system/prometheus.ts';
import { auditLogJob } from './audit-log.ts';
import { type Core, createCore } from './core.ts';
import { followSecrets } from './follow-secrets.ts';
import { listenOn } from './listen.ts';
import { createParts } from './parts.ts';

export interface Server {
  readonly port: number;
  /** Does at once what the scheduler would do at its next tick. */
  tick(): Promise<void>;
  /** Reads the files of secrets again: from now on what stands in there counts. */
  readSecretsAgain(): void;
  /** Begins to stop: /readyz turns false and nothing new is sent, but requests are still answered. */
  retire(): void;
  /** /readyz turns false, what is under way ends or is handed back, then everything is closed. */
  stop(): Promise<void>;
}

/** Requests that were there when the port closed are answered before platforms are turned away, those that hang aside (milliseconds). */
const atTheDoorMs = 500;

/** Starts everything in the order in which one needs the other. */
export async function startServer(config: Config, log: Log, clock: Clock): Promise<Server> {
  const build = { version: ownVersion(), node: process.versions.node };
  log.info('Buddy starts', build);
  const cores: Core[] = [];
  const readSecretsAgain = followSecrets(config.secrets, log);
  let state: 'starting' | 'serving' | 'stopping' = 'starting';
  const trouble = async (): Promise<string | null> => {
    if (state !== 'serving') return `Buddy is ${state}.`;
    const troubles = await Promise.all(cores.map((core) => core.trouble()));
    return troubles.find((one) => one !== null) ?? null;
  };
  const doubt = (): string | null => cores.map((core) => core.doubt()).find((one) => one !== null) ?? null;
  const http = createHttpServer({ trouble, doubt });
  const { metrics, tell } = createPrometheus();
  const numbers = answerNumbers(tell);
  const numbersPort = config.metricsPort === null ? null : createPort();
  if (numbersPort === null) http.get('/metrics', toThisMachine(numbers));
  else numbersPort.get('/metrics', numbers);
  metrics.tells('buddy_build_info', 'Which version this is, and on which Node: always 1.', build);
  metrics.reads({
    name: 'buddy_ready',
    help: 'Whether /readyz answers 200: 1, else 0.',
    label: null,
    read: async () => ({ '': (await trouble()) === null ? 1 : 0 }),
  });

  metrics.reads({
    name: 'buddy_log_lines_lost',
    help: 'Lines of the log that were lost because it could not be written.',
    label: null,
    read: async () => ({ '': linesLost() }),
  });

  if (config.slack !== null || config.teams !== null) {
    const parts = await createParts(config, { log, clock, metrics }, 'serves');
    if (!isPostgresUrl(config.databaseUrl)) {
      metrics.reads({
        name: 'buddy_disk_free_bytes',
        help: 'Room on the disk that the database file is on.',
        label: null,
        read: async () => ({ '': await freeBytes(sqlitePath(config.databaseUrl)) }),
      });
    }
    const core = createCore(parts, config.hospital, [
      watchClock(clock, uptime, log),
      ...(config.auditLog === null ? [] : [auditLogJob(parts.db, config.auditLog)]),
    ]);
    await core.open(http);
    cores.push(core);
    if (config.referralsSecrets !== null) {
      const { onlyPost, referralsPath, takeReferrals } = await import('../features/intake/door.ts');
      const { referralsSecrets: secrets, hospital } = config;
      takeReferrals(http, { ...parts, hospital, secrets, committed: parts.dispatcher.wake });
      http.getOrHead(referralsPath, onlyPost);
    }
  }
  const { host } = config;
  const port = await listenOn(http, { host, port: config.port, named: 'PORT' });
  if (config.playground) {
    // Only now: where the port is taken, another playground is running, whose file must not be taken from it.
    const { createPlayground } = await import('../playground/parts.ts');
    const core = await createPlayground(config, { log, clock, metrics });
    await core.open(http);
    cores.push(core);
  }
  const metricsPort =
    numbersPort === null
      ? null
      : await listenOn(numbersPort, { host, port: config.metricsPort ?? 0, named: 'METRICS_PORT' });
  for (const core of cores) core.run();
  state = 'serving';
  log.info('Buddy is listening', { port, version: build.version });
  if (metricsPort !== null) log.info('the numbers have a port of their own', { port: metricsPort });

  return {
    port,
    async tick() {
      for (const core of cores) await core.tick();
    },
    readSecretsAgain,
    retire() {
      state = 'stopping';
      http.retire();
      for (const core of cores) core.retire();
    },
    async stop() {
      state = 'stopping';
      const closing = Promise.all([http.close(), numbersPort?.close()]);
      await Promise.race([closing, sleep(atTheDoorMs)]);
      await Promise.all([closing, ...cores.map((core) => core.stop())]);
    },
  };
}
