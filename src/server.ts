import type { Config } from './config.ts';
import { createCore } from './core.ts';
import { createHttpServer } from './http/server.ts';
import { createParts } from './parts.ts';
import type { Clock } from './system/clock.ts';
import type { Log } from './system/logger.ts';

export interface Server {
  readonly port: number;
  /** Does at once what the scheduler would do at its next tick. */
  tick(): Promise<void>;
  /** /readyz turns false, what is under way ends or is handed back, then everything is closed. */
  stop(): Promise<void>;
}

/** Starts everything in the order in which one needs the other. */
export async function startServer(config: Config, log: Log, clock: Clock): Promise<Server> {
  const core = createCore(await createParts(config, log, clock, 'serves'), config.settings);
  let isStopping = false;
  const http = createHttpServer(async () => (isStopping ? 'Buddy is stopping.' : core.trouble()));

  await core.open(http);
  const port = await http.listen(config.host, config.port);
  core.run();
  log.info('Buddy is listening', { port });

  return {
    port,
    tick: core.tick,
    async stop() {
      isStopping = true;
      await Promise.all([http.close(), core.stop()]);
    },
  };
}
