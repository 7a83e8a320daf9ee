import { readConfig } from '../../../src/config/config.ts';
import { openDatabase } from '../../../src/db/open.ts';
import type { Database } from '../../../src/db/schema.ts';
import { startServer } from '../../../src/program/server.ts';
import { systemClock } from '../../../src/system/clock.ts';
import { createLog } from '../../../src/system/logger.ts';
import { until } from '../../support/hospital.ts';
import type { Environment } from './life.ts';

/** The real one of this process: what a run sets goes for the adapters and their libraries as well. */
export class Clock {
  private shift: number;
  private readonly real = Date.now;

  constructor(start: string) {
    this.shift = Date.parse(start) - this.real();
    Date.now = this.now;
  }

  /** Between, time flows. */
  readonly now = (): number => this.real() + this.shift;

  goOn(ms: number): void {
    this.shift += ms;
  }

  set(instant: number): void {
    this.shift = instant - this.real();
  }

  stop(): void {
    Date.now = this.real;
  }
}

/** The real composition in this process, on a clock of the run's own. */
export interface Ward {
  readonly db: Database;
  readonly url: string;
  readonly clock: Clock;
  /** What is due by the clock happens, and what was sent by it is answered and recorded. */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
}

export async function openWard(databaseUrl: string, environment: Environment, clock: Clock): Promise<Ward> {
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    PORT: '0',
    LOG_LEVEL: 'silent',
    SLACK_MESSAGES_PER_MINUTE: '1000000000',
    ...environment,
  });
  const server = await startServer(config, createLog(config.logLevel, 1), systemClock);
  const db = openDatabase(databaseUrl);
  const url = `http://127.0.0.1:${server.port}`;
  await until(async () => (await fetch(`${url}/readyz`)).status === 200);
  return {
    db,
    url,
    clock,
    async catchUp() {
      await server.tick();
      const end = performance.now() + patienceMs;
      for (let quiet = 0; quiet < 3 && performance.now() < end; ) {
        await new Promise((resolve) => setTimeout(resolve, 8));
        quiet = (await isSending(db, clock.now())) ? 0 : quiet + 1;
      }
    },
    async stop() {
      await server.stop();
      await db.destroy();
      clock.stop();
    },
  };
}

/** Nothing keeps what is due from going for longer than this but a pace, a 429 or a platform that is known to be away. */
const patienceMs = 4_000;

/** Something is on its way, or could be. */
async function isSending(db: Database, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .innerJoin('pace', (join) =>
      join
        .onRef('pace.platform', '=', 'outbox.platform')
        .onRef('pace.workspace', '=', 'outbox.workspace')
        .onRef('pace.lane', '=', 'outbox.lane'),
    )
    .select('key')
    .where((row) =>
      row.or([
        row('status', '=', 'claimed'),
        row.and([row('status', '=', 'waiting'), row('due_at', '<=', now), row('held_until', '<=', now)]),
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}
