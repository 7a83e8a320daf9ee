import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { type Server, startServer } from '../../src/server.ts';
import { createLog } from '../../src/system/logger.ts';
import { freshDatabase } from './fresh-database.ts';
import type { Person } from './slack/person.ts';
import type { Slack } from './slack/slack.ts';
import { startSlack } from './slack/stand-in.ts';

/** A hospital with Buddy in its Slack: the real composition over real HTTP, on a clock that the story moves. */
export interface Hospital {
  readonly slack: Slack;
  /** The story's own look into the same database. */
  readonly db: Database;
  readonly databaseUrl: string;
  now(): number;
  /** The clock jumps there, and what is due happens: planned, sent and recorded. */
  goTo(instant: string | number): Promise<void>;
  /** Waits until nothing is left to send right now. */
  settled(): Promise<void>;
  /** Buddy goes down, as at SIGTERM; the clock goes on. */
  down(): Promise<void>;
  up(): Promise<void>;
  jump(instant: string): void;
  pair(one: Person, other: Person): Promise<void>;
  close(): Promise<void>;
}

export interface HospitalOptions {
  readonly now: string;
  readonly environment?: Record<string, string>;
}

export async function openHospital({ now, environment = {} }: HospitalOptions): Promise<Hospital> {
  const { url: databaseUrl, remove } = await freshDatabase();
  const slack = await startSlack();
  const clock = movableClock(Date.parse(now));
  const config = readConfig({
    ...slack.env(),
    DATABASE_URL: databaseUrl,
    PORT: '0',
    LOG_LEVEL: 'silent',
    SLACK_MESSAGES_PER_MINUTE: '1000000000',
    ...environment,
  });
  let server: Server | null = null;
  let db: Database | null = null;

  const hospital: Hospital = {
    slack,
    databaseUrl,
    get db() {
      db ??= openDatabase(databaseUrl);
      return db;
    },
    now: clock.now,
    jump: (instant) => clock.set(Date.parse(instant)),
    async goTo(instant) {
      clock.set(typeof instant === 'number' ? instant : Date.parse(instant));
      await server?.tick();
      await hospital.settled();
    },
    async settled() {
      await until(async () => (await dueNow(hospital.db, clock.now())) === 0);
    },
    async up() {
      server = await startServer(config, createLog(config.logLevel, 1), clock);
      slack.connectTo(`http://127.0.0.1:${server.port}`);
      await until(async () => (await fetch(`http://127.0.0.1:${server?.port}/readyz`)).status === 200);
      await server.tick();
      await hospital.settled();
    },
    async down() {
      await server?.stop();
      server = null;
    },
    async pair(one, other) {
      await one.command('/buddy', other.mention);
      await hospital.settled();
      const invitation = other.inbox.at(-1);
      if (invitation === undefined) throw new Error('The invitation did not arrive.');
      await other.press(invitation, 'pairing.accept');
      await hospital.settled();
    },
    async close() {
      await hospital.down();
      await db?.destroy();
      await slack.stop();
      await remove();
    },
  };
  await hospital.up();
  return hospital;
}

/** Messages that could go now and have not. */
async function dueNow(db: Database, now: number): Promise<number> {
  const row = await db
    .selectFrom('outbox')
    .select((select) => select.fn.countAll<number>().as('left'))
    .where((where) =>
      where.or([
        where('status', '=', 'claimed'),
        where.and([where('status', '=', 'waiting'), where('due_at', '<=', now)]),
      ]),
    )
    .executeTakeFirstOrThrow();
  return Number(row.left);
}

/** Time flows, from wherever the story has put it. */
function movableClock(start: number): { now(): number; set(instant: number): void } {
  let shift = start - Date.now();
  return {
    now: () => Date.now() + shift,
    set(instant) {
      shift = instant - Date.now();
    },
  };
}

/** Waits for something that happens by itself; fails after `patienceMs`. */
export async function until(isSo: () => Promise<boolean> | boolean, patienceMs = 15_000): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('Waited in vain.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
