import type { Config } from './config.ts';
import { type Core, createCore } from './core.ts';
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
  const cores: Core[] = [];
  let state: 'starting' | 'serving' | 'stopping' = 'starting';
  const http = createHttpServer(async () => {
    if (state !== 'serving') return `Buddy is ${state}.`;
    const troubles = await Promise.all(cores.map((core) => core.trouble()));
    return troubles.find((trouble) => trouble !== null) ?? null;
  });

  if (config.slack !== null || config.teams !== null) {
    const core = createCore(await createParts(config, log, clock, 'serves'), config.settings);
    await core.open(http);
    cores.push(core);
  }
  const port = await http.listen(config.host, config.port);
  if (config.playground) {
    // Only now: where the port is taken, another playground is running, whose file must not be taken from it.
    const { createPlayground } = await import('./playground/parts.ts');
    const core = await createPlayground(config, log, clock);
    await core.open(http);
    cores.push(core);
  }
  for (const core of cores) core.run();
  state = 'serving';
  log.info('Buddy is listening', { port });

  return {
    port,
    async tick() {
      for (const core of cores) await core.tick();
    },
    async stop() {
      state = 'stopping';
      await Promise.all([http.close(), ...cores.map((core) => core.stop())]);
    },
  };
}
