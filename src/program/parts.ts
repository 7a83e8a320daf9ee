import type { ChatAdapter } from '../chat/adapter.ts';
import type { Platform } from '../chat/person.ts';
import type { Config } from '../config/config.ts';
import type { Content } from '../content/content.ts';
import { erasedFile, noteErasedIn } from '../db/erased-file.ts';
import { migrate } from '../db/migrate.ts';
import { connectDatabase } from '../db/open.ts';
import type { Database } from '../db/schema.ts';
import { createDatabaseWatch, type DatabaseWatch } from '../db/watch.ts';
import { createDispatcher, type Dispatcher } from '../outbox/dispatcher.ts';
import { type Allowance, unpaced } from '../outbox/pace.ts';
import { createSeals, type Seals } from '../sealing/seals.ts';
import { type Clock, systemClock } from '../system/clock.ts';
import { newId } from '../system/ids.ts';
import { type Log, loggedError } from '../system/logger.ts';
import type { Metrics } from '../system/metrics.ts';
import { eraseAgain } from './erase-again.ts';
import { loadPrompts } from './prompts.ts';
import { settleUndelivered } from './undelivered.ts';

/** What the server and the operator's commands share. */
export interface Parts {
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly content: Content;
  readonly db: Database;
  /** For what only a key outside the database opens. */
  readonly seals: Seals;
  readonly watch: DatabaseWatch;
  readonly adapters: ReadonlyMap<Platform, ChatAdapter>;
  readonly dispatcher: Dispatcher;
}

/** `sends`: delivers messages only, and takes nothing in: what a command does beside a running server. */
export type Role = 'serves' | 'sends';

/** Opens the database, brings it up to date, and makes the parts; nothing is started yet. */
export async function createParts(
  config: Config,
  { log, clock, metrics }: Pick<Parts, 'log' | 'clock' | 'metrics'>,
  role: Role,
): Promise<Parts> {
  const content = await loadPrompts();
  const seals = createSeals(config.supportKeys);
  const db = await connectDatabase(config.databaseUrl, config.databasePassword);
  await migrate(db);
  noteErasedIn(db, {
    file: erasedFile(config.databaseUrl),
    failed: (error) =>
      log.error('could not note an erasure beside the database', { error: loggedError(error) }),
  });
  if (role === 'serves') {
    const { hospital } = config;
    const count = await eraseAgain({ db, seals, content, hospital }, clock.now());
    if (count > 0) log.warn('erased again who had been erased before a backup was put back', { count });
  }
  const adapters = await createAdapters(config, { log, metrics }, role);
  const dispatcher = createDispatcher({
    db,
    adapters,
    clock,
    log,
    metrics,
    owner: newId(),
    onUndelivered: settleUndelivered,
    allowance: allowances(config),
  });
  const watch = createDatabaseWatch(db, config.databaseUrl, log);
  return { clock, log, metrics, content, db, seals, watch, adapters, dispatcher };
}

/** A platform's SDK is loaded only where that platform is configured. Platforms live by the real time, always. */
async function createAdapters(
  config: Config,
  { log, metrics }: Pick<Parts, 'log' | 'metrics'>,
  role: Role,
): Promise<ReadonlyMap<Platform, ChatAdapter>> {
  const adapters = new Map<Platform, ChatAdapter>();
  const { wayOut } = config;
  const common = { takesIn: role === 'serves', now: systemClock.now, log };
  const refusedBy = (platform: Platform) => (code: string) => metrics.refused(platform, code);
  if (config.slack !== null) {
    const { createSlackAdapter } = await import('../../adapters/slack/index.ts');
    adapters.set(
      'slack',
      createSlackAdapter({ ...config.slack, ...common, wayOut, refused: refusedBy('slack') }),
    );
  }
  if (config.teams !== null) {
    const { createTeamsAdapter } = await import('../../adapters/teams/index.ts');
    const { teamsSecretExpires: secretExpires } = config;
    adapters.set(
      'teams',
      createTeamsAdapter({ ...config.teams, secretExpires, ...common, refused: refusedBy('teams') }),
    );
  }
  return adapters;
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit: 30 requests a second for an app in a tenant. */
const teamsAllowance: Allowance = { count: 30, windowMs: 1_000, counts: 'all' };

function allowances({ slack }: Config): (platform: Platform) => Allowance {
  const perPlatform: Readonly<Record<Platform, Allowance>> = {
    slack: slack === null ? unpaced : { ...unpaced, count: slack.messagesPerMinute },
    teams: teamsAllowance,
    playground: unpaced,
  };
  return (platform) => perPlatform[platform];
}

/** Asks each configured platform whether it accepts what is configured. One sentence for each fault, and for what it didn't tell. */
export async function checkPlatforms(
  { slack, teams, wayOut }: Config,
  log: Log,
): Promise<{ readonly faults: readonly string[]; readonly unseen: readonly string[] }> {
  const faults: string[] = [];
  const unseen: string[] = [];
  if (slack !== null) {
    const { checkSlack } = await import('../../adapters/slack/check.ts');
    const checked = await checkSlack({ ...slack, wayOut, log });
    faults.push(...checked.faults);
    unseen.push(...checked.unseen);
  }
  if (teams !== null) {
    const { checkTeams } = await import('../../adapters/teams/check.ts');
    faults.push(...(await checkTeams({ ...teams, now: systemClock.now })));
  }
  return { faults, unseen };
}
