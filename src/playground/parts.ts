import { rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { createPlaygroundAdapter, type PlaygroundOptions } from '../../adapters/playground/index.ts';
import { ward } from '../../adapters/playground/ward.ts';
import { renderMessage as slackMessage } from '../../adapters/slack/render-card.ts';
import { renderForm as slackForm } from '../../adapters/slack/render-form.ts';
import { renderView as slackView } from '../../adapters/slack/render-view.ts';
import { renderMessage as teamsMessage } from '../../adapters/teams/render-card.ts';
import { renderForm as teamsForm } from '../../adapters/teams/render-form.ts';
import { renderView as teamsView } from '../../adapters/teams/render-view.ts';
import type { Config } from '../config/config.ts';
import { ConfigFault } from '../config/config-fault.ts';
import { isPostgresUrl, sqlitePath } from '../db/database-url.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { createDatabaseWatch } from '../db/watch.ts';
import { createDispatcher } from '../outbox/dispatcher.ts';
import { unpaced } from '../outbox/pace.ts';
import { type Core, createCore } from '../program/core.ts';
import { loadPrompts } from '../program/prompts.ts';
import { settleUndelivered } from '../program/undelivered.ts';
import { createSealsInMemory } from '../sealing/seals.ts';
import type { Clock } from '../system/clock.ts';
import { newId } from '../system/ids.ts';
import type { Log } from '../system/logger.ts';
import type { Metrics } from '../system/metrics.ts';
import { createBackstage } from './backstage.ts';
import { createWardClock } from './clock.ts';
import { createChance } from './half-year/chance.ts';
import { makeColleagues } from './half-year/colleagues.ts';
import { isLightWeek } from './light-week.ts';
import { startOfWard, wardZone } from './steps.ts';
import { leaveTheDiskOut } from './ward-store.ts';

/** With the ward a hospital of some 240, the same each time. */
const colleagues = 232;
const seed = 240;

interface PlaygroundParts {
  readonly log: Log;
  readonly metrics: Metrics;
  /** The real one, from which the ward's own is made. */
  readonly clock: Clock;
}

/**
 * The playground: the real core on a ward that does not exist, with a database, a clock and a platform of its own. It
 * shares nothing with the platforms' core but the port. Each start begins a fresh ward.
 */
export async function createPlayground(
  config: Config,
  { log, metrics, clock: real }: PlaygroundParts,
): Promise<Core> {
  const content = await loadPrompts();
  const seals = createSealsInMemory();
  const url = `sqlite:${freshFile(config.databaseUrl)}`;
  const db = openDatabase(url);
  await leaveTheDiskOut(db);
  await migrate(db);

  const start = startOfWard(real.now(), (week) => isLightWeek(content.bank, week));
  const clock = createWardClock(real, start);
  const elsewhere = makeColleagues(colleagues, createChance(seed));
  const backstage = createBackstage({
    db,
    seals,
    clock,
    content,
    hospital: wardHospital(config),
    start,
    tick: () => core.tick(),
    platform: () => adapter,
    elsewhere,
  });
  const adapter = createPlaygroundAdapter({
    people: { ward, elsewhere },
    now: clock.now,
    backstage,
    payloadsOf,
    log,
  });
  const adapters = new Map([['playground', adapter] as const]);
  const dispatcher = createDispatcher({
    db,
    adapters,
    clock,
    log,
    metrics,
    owner: newId(),
    onUndelivered: settleUndelivered,
    allowance: () => unpaced,
  });
  const watch = createDatabaseWatch(db, url, log);
  // The ward's clock jumps by design: nobody watches it.
  const core = createCore(
    { clock, log, metrics, content, db, seals, watch, adapters, dispatcher },
    wardHospital(config),
    [],
  );
  return core;
}

const fileName = 'playground.db';

/** Beside the configured file, and never that file itself: this one is deleted at each start. */
export function playgroundFile(databaseUrl: string): string {
  if (isPostgresUrl(databaseUrl)) return resolve('data', fileName);
  const path = resolve(sqlitePath(databaseUrl));
  if (basename(path).toLowerCase() === fileName) {
    throw new ConfigFault(
      `DATABASE_URL must not be named ${fileName} while the playground is on, which keeps its own data there and begins again at each start. Give it another name, or set PLAYGROUND=false.`,
    );
  }
  return join(dirname(path), fileName);
}

function freshFile(databaseUrl: string): string {
  const path = playgroundFile(databaseUrl);
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  return path;
}

/** As the hospital has it, but for who looks after it. */
function wardHospital({ hospital }: Config): Config['hospital'] {
  const administrators = ward.filter((person) => person.isAdministrator);
  return {
    ...hospital,
    timeZone: wardZone,
    platforms: ['playground'],
    link: null,
    admins: new Set(administrators.map((person) => `playground:${person.id}`)),
  };
}

/** What the platforms would get of a card, a form or a view, for the gallery. */
function payloadsOf({ card, form, view }: Parameters<PlaygroundOptions['payloadsOf']>[0]) {
  if (view !== undefined) return { slack: slackView(view, ''), teams: teamsView(view) };
  if (form !== undefined) return { slack: slackForm(form, ''), teams: teamsForm(form) };
  if (card !== undefined) return { slack: slackMessage(card), teams: teamsMessage(card) };
  return { slack: null, teams: null };
}
