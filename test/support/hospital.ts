import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config/config.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Database } from '../../src/db/schema.ts';
import { type Server, startServer } from '../../src/program/server.ts';
import { createLog, type Log } from '../../src/system/logger.ts';
import { freshDatabase } from './fresh-database.ts';
import type { Person } from './slack/person.ts';
import type { Slack } from './slack/slack.ts';
import { startSlack } from './slack/stand-in.ts';

/** A hospital with Buddy in its chats: the real composition over real HTTP, on a clock that the story moves. */
export interface House {
  /** The story's own look into the same database. */
  readonly db: Database;
  readonly databaseUrl: string;
  /** Where the program listens. */
  url(): string;
  now(): number;
  /** The clock jumps there, and what is due happens: planned, sent and recorded. */
  goTo(instant: string | number): Promise<void>;
  /** Waits until nothing is left to send right now. */
  settled(): Promise<void>;
  /** Buddy goes down, as at SIGTERM; the clock goes on. */
  down(): Promise<void>;
  up(): Promise<void>;
  jump(instant: string): void;
  /** As at SIGHUP. */
  readSecretsAgain(): void;
  close(): Promise<void>;
}

/** A hospital whose clinicians are on Slack. */
export interface Hospital extends House {
  readonly slack: Slack;
  pair(one: Person, other: Person): Promise<void>;
}

export interface HospitalOptions {
  readonly now: string;
  readonly environment?: Record<string, string>;
  /** Where the program's log goes; nowhere when it's absent. */
  readonly log?: Log;
}

/** A platform's stand-in, as far as the hospital has to do with it. */
export interface Played {
  /** The environment with which the program finds it. */
  env(): Record<string, string>;
  connectTo(base: string): void;
  stop(): Promise<void>;
}

/** Opens a hospital on these platforms, all served by one process; `close` stops the platforms too. */
export async function openHouse(
  platforms: readonly Played[],
  { now, environment = {}, log }: HospitalOptions,
): Promise<House> {
  const { url: databaseUrl, remove } = await freshDatabase();
  const keys = mkdtempSync(join(tmpdir(), 'buddy-keys-'));
  const clock = movableClock(Date.parse(now));
  const config = readConfig({
    ...Object.assign({}, ...platforms.map((platform) => platform.env())),
    DATABASE_URL: databaseUrl,
    PORT: '0',
    LOG_LEVEL: 'silent',
    BUDDY_SUPPORT_KEYS: join(keys, 'support-keys'),
    SLACK_MESSAGES_PER_MINUTE: '1000000000',
    ...environment,
  });
  let server: Server | null = null;
  let db: Database | null = null;

  const house: House = {
    databaseUrl,
    get db() {
      db ??= openDatabase(databaseUrl);
      return db;
    },
    url: () => `http://127.0.0.1:${server?.port}`,
    now: clock.now,
    readSecretsAgain: () => server?.readSecretsAgain(),
    jump: (instant) => clock.set(Date.parse(instant)),
    async goTo(instant) {
      clock.set(typeof instant === 'number' ? instant : Date.parse(instant));
      await server?.tick();
      await house.settled();
    },
    async settled() {
      await until(async () => (await dueNow(house.db, clock.now())) === 0);
    },
    async up() {
      server = await startServer(config, log ?? createLog(config.logLevel, 1), clock);
      for (const platform of platforms) platform.connectTo(`http://127.0.0.1:${server.port}`);
      await until(async () => (await fetch(`http://127.0.0.1:${server?.port}/readyz`)).status === 200);
      await server.tick();
      await house.settled();
    },
    async down() {
      await server?.stop();
      server = null;
    },
    async close() {
      await house.down();
      await db?.destroy();
      for (const platform of platforms) await platform.stop();
      await remove();
      rmSync(keys, { recursive: true, force: true });
    },
  };
  await house.up();
  return house;
}

export async function openHospital(options: HospitalOptions): Promise<Hospital> {
  const slack = await startSlack();
  const house = await openHouse([slack], options);
  return {
    ...house,
    // Looked up at each use: a spread would open the file at once.
    get db() {
      return house.db;
    },
    slack,
    async pair(one, other) {
      await one.command('/buddy', other.mention);
      await house.settled();
      const invitation = other.inbox.at(-1);
      if (invitation === undefined) throw new Error('The invitation did not arrive.');
      await other.press(invitation, 'pairing.accept');
      await house.settled();
    },
  };
}

/**
 * Waits for what goes within the next seconds as well: Teams takes a few messages a second in one chat, a story is
 * quicker than people are, and so some of its messages are held back for a moment.
 */
export async function allSent(house: House): Promise<void> {
  await until(async () => (await dueNow(house.db, house.now() + heldAtMostMs)) === 0, paceMs);
}

const heldAtMostMs = 5_000;

/** In one chat Teams takes 60 messages in 30 seconds, and a story may have more for someone. */
const paceMs = 60_000;

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
export function movableClock(start: number): { now(): number; set(instant: number): void } {
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
