import { createBot } from './bot.ts';
import type { Config } from './config.ts';
import { isReadable } from './db/open.ts';
import { callOff, createRedraw } from './features/nudges/redraw.ts';
import { createHttpServer } from './http/server.ts';
import { createJobs } from './jobs.ts';
import { createParts } from './parts.ts';
import { createTicker } from './schedule/ticker.ts';
import type { Clock } from './system/clock.ts';
import type { Log } from './system/logger.ts';

export interface Server {
  readonly port: number;
  /** Does at once what the scheduler would do at its next tick. */
  tick(): Promise<void>;
  /** /readyz turns false, what is under way ends or is handed back, then everything is closed. */
  stop(): Promise<void>;
}

/** What is on its way may arrive for so long after a stop was asked for (milliseconds). */
const graceMs = 8_000;

/** Starts everything in the order in which one needs the other. */
export async function startServer(config: Config, log: Log, clock: Clock): Promise<Server> {
  const parts = await createParts(config, log, clock, 'serves');
  const { db, adapters, dispatcher, content } = parts;
  const { settings } = config;
  const redraw = createRedraw(content.bank);
  let isStopping = false;

  const http = createHttpServer(async () => {
    if (isStopping) return 'Buddy is stopping.';
    const troubles = [...adapters.values()].map((adapter) => adapter.trouble());
    const trouble = troubles.find((one) => one !== null);
    return trouble ?? ((await isReadable(db)) ? null : 'The database cannot be read.');
  });
  const committed = dispatcher.wake;
  const bot = createBot({ db, adapters, clock, log, settings, content, redraw, callOff, committed });
  const ticker = createTicker(createJobs({ ...parts, redraw, callOff }), clock, log);

  for (const adapter of adapters.values()) await adapter.start(bot, http);
  const port = await http.listen(config.host, config.port);
  dispatcher.start();
  ticker.start();
  log.info('Buddy is listening', { port });

  return {
    port,
    tick: ticker.tick,
    async stop() {
      isStopping = true;
      await ticker.stop();
      await Promise.all([http.close(), dispatcher.stop({ graceMs })]);
      await Promise.all([...adapters.values()].map((adapter) => adapter.stop()));
      await db.destroy();
    },
  };
}
