import { createBot } from './bot.ts';
import type { HttpMount } from './chat/adapter.ts';
import { isReadable } from './db/open.ts';
import { callOff, createRedraw } from './features/nudges/redraw.ts';
import { createJobs } from './jobs.ts';
import type { Parts } from './parts.ts';
import { createTicker } from './schedule/ticker.ts';
import type { Settings } from './turn.ts';

/** Everything that answers and sends, around one database and its platforms. */
export interface Core {
  /** The platforms begin to take in what people do. */
  open(http: HttpMount): Promise<void>;
  /** Messages begin to go out, and the scheduler to look for what is due. */
  run(): void;
  /** Does at once what the scheduler would do at its next tick. */
  tick(): Promise<void>;
  /** Why it cannot do its work right now, in words for an operator; null when it can. */
  trouble(): Promise<string | null>;
  /** Ends the scheduler, lets arrive what is on its way, and closes platforms and database. */
  stop(): Promise<void>;
}

/** What is on its way may arrive for so long after a stop was asked for (milliseconds). */
const graceMs = 8_000;

export function createCore(parts: Parts, settings: Settings): Core {
  const { db, adapters, dispatcher, content, clock, log } = parts;
  const redraw = createRedraw(content.bank);
  const bot = createBot({ ...parts, settings, redraw, callOff, committed: dispatcher.wake });
  const ticker = createTicker(createJobs({ ...parts, content, redraw, callOff }), clock, log);

  return {
    async open(http) {
      for (const adapter of adapters.values()) await adapter.start(bot, http);
    },
    run() {
      dispatcher.start();
      ticker.start();
    },
    tick: ticker.tick,
    async trouble() {
      const troubles = [...adapters.values()].flatMap((adapter) => [adapter.trouble(), adapter.deafness()]);
      const trouble = troubles.find((one) => one !== null);
      return trouble ?? ((await isReadable(db)) ? null : 'The database cannot be read.');
    },
    async stop() {
      await ticker.stop();
      await dispatcher.stop({ graceMs });
      await Promise.all([...adapters.values()].map((adapter) => adapter.stop()));
      await db.destroy();
    },
  };
}
