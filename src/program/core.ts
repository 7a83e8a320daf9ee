import { createBot } from '../bot/bot.ts';
import type { HttpMount, Receive } from '../chat/adapter.ts';
import type { Hospital } from '../config/hospital.ts';
import type { DatabaseWatch } from '../db/watch.ts';
import { createHearing } from '../features/alarms/hearing.ts';
import { callOff, createRedraw } from '../features/nudges/redraw.ts';
import { whyNotDelivered } from '../features/nudges/store.ts';
import { rolesFrom } from '../people/roles/roles.ts';
import { createTicker, type Job } from '../schedule/ticker.ts';
import { uptime } from '../system/clock.ts';
import { tooLate, within } from '../system/within.ts';
import { tellConnections } from './connections.ts';
import { createHospitalNow } from './hospital-now.ts';
import { createJobs } from './jobs.ts';
import { tellLag } from './lag.ts';
import type { Parts } from './parts.ts';

/** Everything that answers and sends, around one database and its platforms. */
export interface Core {
  /** The platforms begin to take in what people do. */
  open(http: HttpMount): Promise<void>;
  /** Messages begin to go out, and the scheduler to look for what is due. */
  run(): void;
  /** Does at once what the scheduler would do at its next tick. */
  tick(): Promise<void>;
  /** Why it can't do its work right now, in words for an operator; null when it can. */
  trouble(): Promise<string | null>;
  /** What an operator should look at although it may be well; null for nothing. */
  doubt(): string | null;
  /** Begins to stop: nothing new is sent or planned. What people do is still answered. */
  retire(): void;
  /** Lets arrive what is on its way, hands back what does not, and closes platforms and database, within 8.5 s. */
  stop(): Promise<void>;
}

/** What is on its way may arrive for so long after a stop was asked for (milliseconds). */
const graceMs = 7_500;

/** Then, who is being answered may get their answer until so long after it (milliseconds). */
const closedAfterMs = 8_500;

/** `watches`: what else is to be looked at each tick, before anything else. */
export function createCore(parts: Parts, hospital: Hospital, watches: readonly Job[]): Core {
  const { db, adapters, dispatcher, content, clock, log, metrics } = parts;
  const platforms = [...adapters.keys()];
  const name = platforms.join(', ');
  const hospitalNow = createHospitalNow(db, hospital);
  const redraw = createRedraw(content.bank);
  const hearing = createHearing();
  const bot = createBot({
    ...parts,
    hospital: hospitalNow.get,
    fallback: hospital,
    roles: rolesFrom(hospital.admins),
    redraw,
    callOff,
    whyNotDelivered,
    committed() {
      hospitalNow.doubt();
      dispatcher.wake();
    },
  });
  const jobs = [
    lookAt(parts.watch),
    ...watches,
    ...createJobs({ ...parts, content, hospital: hospitalNow, hearing, redraw, callOff }),
  ];
  const ticker = createTicker(jobs, { name, clock, log, metrics });
  metrics.serving(
    platforms,
    jobs.map((job) => job.name),
  );
  tellConnections(metrics, db);
  tellLag(metrics, { db, clock, scheduler: name }, platforms);
  let retired: { readonly at: number; readonly rests: Promise<void> } | null = null;

  async function rest(): Promise<void> {
    await Promise.all([within(graceMs, ticker.stop(), tooLate), dispatcher.stop({ graceMs })]);
  }

  function retire(): { readonly at: number; readonly rests: Promise<void> } {
    retired ??= { at: uptime.now(), rests: rest() };
    return retired;
  }

  return {
    async open(http) {
      const receive: Receive = (event) => {
        hearing.heard(event.from.platform, clock.now());
        return bot(event);
      };
      for (const adapter of adapters.values()) await adapter.start(receive, http);
    },
    run() {
      dispatcher.start();
      ticker.start();
    },
    tick: ticker.tick,
    doubt() {
      return [...adapters.values()].map((adapter) => adapter.doubt()).find((one) => one !== null) ?? null;
    },
    async trouble() {
      const troubles = [...adapters.values()].flatMap((adapter) => [adapter.trouble(), adapter.deafness()]);
      const trouble = troubles.find((one) => one !== null);
      return trouble ?? parts.watch.trouble();
    },
    retire: () => void retire(),
    async stop() {
      const { at, rests } = retire();
      await rests;
      const closed = Promise.all([...adapters.values()].map((adapter) => adapter.stop()));
      await within(at + closedAfterMs - uptime.now(), closed, tooLate);
      await db.destroy();
    },
  };
}

/** Says in the log what is wrong with the database, also where nobody asks /readyz. */
function lookAt(database: DatabaseWatch): Job {
  return {
    name: 'look at the database',
    everyMs: 0,
    async run() {
      await database.trouble();
    },
  };
}
