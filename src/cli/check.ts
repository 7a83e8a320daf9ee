import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Config, isGiven, requireServable } from '../config/config.ts';
import { ConfigFault } from '../config/config-fault.ts';
import type { Hospital } from '../config/hospital.ts';
import type { TeamsConfig } from '../config/platforms.ts';
import type { Resource } from '../content/resources.ts';
import { isPostgresUrl, readPlace, sayDatabase, sqlitePath } from '../db/database-url.ts';
import { pendingMigrations } from '../db/migrate.ts';
import { connectDatabase, isReadable, openDatabase } from '../db/open.ts';
import { type HospitalSettings, readHospitalSettings } from '../features/program/hospital-store.ts';
import { countUnreadable } from '../features/referrals/unreadable.ts';
import { linesHere } from '../features/resources/own-store.ts';
import { createPort } from '../http/server.ts';
import { auditLogFaults } from '../program/audit-log.ts';
import { listenOn } from '../program/listen.ts';
import { checkPlatforms } from '../program/parts.ts';
import { loadPrompts } from '../program/prompts.ts';
import { createSeals, type Seals } from '../sealing/seals.ts';
import { systemClock } from '../system/clock.ts';
import { createLog } from '../system/logger.ts';
import { certificateEnd } from './check-certificate.ts';
import { proxyFaults } from './check-proxy.ts';
import { commandConfig } from './command-config.ts';
import { OperatorError } from './operator-error.ts';
import { noteLinesToVerify } from './questions.ts';
import { troubleOfServer } from './running-server.ts';
import { expiryNotes } from './say-expiry.ts';
import { saySettings } from './say-settings.ts';
import { sayOwnWords } from './words.ts';

/** Tries everything for real and says every fault at once. Prints no token. */
export async function check(): Promise<void> {
  const config = commandConfig();
  console.log('Configuration: good.');
  const { bank, resources, words } = await loadPrompts();
  console.log(`Prompts: ${bank.length} question sets, ${resources.length} resources, ${sayOwnWords(words)}.`);
  const seals = createSeals(config.supportKeys);
  const keysTrouble = await seals.trouble();
  const tried = await tryDatabase(config, { resources, seals: keysTrouble === null ? seals : null });
  const { said, lines, unreadable, set } = tried;
  noteLinesToVerify(lines);
  console.log(`Database: ${said}`);
  console.log(
    `Settings:\n${saySettings(config.hospital, set, isGiven)
      .map((line) => `  ${line}`)
      .join('\n')}`,
  );
  const { slack, teams } = config;
  if (slack === null && teams === null) {
    throw new OperatorError('No chat platform is configured: set SLACK_BOT_TOKEN or MicrosoftAppId first.');
  }
  requireServable(config);
  const unreachable = await proxyFaults(config);
  if (unreachable.length > 0) throw new OperatorError(unreachable.join('\n'));
  const platforms = await checkPlatforms(config, createLog('silent', 2));
  const certificate = certificateEnd(teams?.credentials?.proof, systemClock.now());
  const faults = [
    ...(keysTrouble === null ? [] : [keysTrouble]),
    ...(unreadable === 0 ? [] : [sayUnreadable(unreadable)]),
    ...(await auditLogFaults(config.auditLog)),
    ...platforms.faults,
    ...(certificate?.fault ? [certificate.fault] : []),
    ...(await hostFaults(config.host)),
    ...(await troubleOfServer(config)),
  ];
  if (faults.length > 0) throw new OperatorError(faults.join('\n'));
  if (slack !== null)
    console.log(
      `Slack: the tokens are accepted${platforms.unseen.length === 0 ? ' and every scope is there' : ''}.`,
    );
  if (teams !== null) console.log(['Teams:', sayTeams(teams), certificate?.said].join(' ').trim());
  for (const note of [
    ...platforms.unseen,
    ...(certificate?.note ? [certificate.note] : []),
    ...adminNotes(config.hospital),
    ...expiryNotes(config, systemClock.now()),
  ])
    console.log(`Note: ${note}`);
}

/** Where the server couldn't listen: tried on a port that nobody has. */
async function hostFaults(host: string): Promise<string[]> {
  const port = createPort();
  try {
    await listenOn(port, { host, port: 0, named: 'PORT' });
    return [];
  } catch (error) {
    if (error instanceof ConfigFault) return [error.message];
    throw error;
  } finally {
    await port.close();
  }
}

function adminNotes({ admins, platforms }: Hospital): string[] {
  if (admins.size === 0)
    return ['BUDDY_ADMINS is empty, so nobody can post questions; every week comes from the bank.'];
  const others = [...admins].filter(
    (admin) => !platforms.some((platform) => admin.startsWith(`${platform}:`)),
  );
  return others.length === 0
    ? []
    : [`BUDDY_ADMINS names ${others.join(', ')}, of a platform that isn't set up here.`];
}

function sayTeams({ credentials }: TeamsConfig): string {
  return credentials === null
    ? 'without authentication (TEAMS_LOCAL_NO_AUTH), for trying on this machine alone.'
    : 'Microsoft accepts the credentials.';
}

function sayUnreadable(count: number): string {
  return `BUDDY_SUPPORT_KEYS: the key of ${count} open ${count === 1 ? 'referral' : 'referrals'} isn't there. Is it the folder that all processes share? What can't be read for an hour after its deadline is closed.`;
}

interface Tried {
  readonly said: string;
  /** As the hospital knows them, where the database can tell. */
  readonly lines: readonly Resource[];
  /** How many open referrals no key here opens. */
  readonly unreadable: number;
  /** What administrators have set from chat, which counts instead of the environment. */
  readonly set: Partial<HospitalSettings>;
}

/** `seals`: null where there are no keys to try. */
async function tryDatabase(
  { databaseUrl: url, hospital }: Pick<Config, 'databaseUrl' | 'hospital'>,
  { resources: lines, seals }: { readonly resources: readonly Resource[]; readonly seals: Seals | null },
): Promise<Tried> {
  if (!isPostgresUrl(url)) {
    const path = sqlitePath(url);
    if (!existsSync(path)) {
      refuseUnwritable(dirname(path));
      const said = `${path} does not exist yet and is made at the first start.`;
      return { said, lines, unreadable: 0, set: {} };
    }
  }
  const db = isPostgresUrl(url) ? await connectDatabase(url) : openDatabase(url);
  try {
    const place = sayDatabase(url);
    if (!(await isReadable(db)))
      throw new OperatorError(`DATABASE_URL names ${place}, which cannot be read.`);
    const pending = await pendingMigrations(db);
    const standing = pending === 0 ? 'is up to date' : `has ${pending} migrations to come at the next start`;
    return {
      said: `${place}, ${standing}.${isInTheOpen(url) ? openNote : ''}`,
      lines: pending === 0 ? await linesHere(db, lines, hospital.timeZone) : lines,
      set: pending === 0 ? await readHospitalSettings(db) : {},
      unreadable: pending > 0 || seals === null ? 0 : await countUnreadable(db, seals),
    };
  } finally {
    await db.destroy();
  }
}

const openNote =
  ' Note: the server is another machine, and what goes there is not encrypted: add sslmode=verify-full to DATABASE_URL.';

/** Whether what is asked and answered crosses a network as plain text. */
function isInTheOpen(url: string): boolean {
  if (!isPostgresUrl(url)) return false;
  const { host, sslMode } = readPlace(url);
  const isHere = host.startsWith('/') || ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host);
  return !isHere && (sslMode === null || sslMode === 'disable');
}

/** The server makes folders that are missing, in the first that's there. */
function refuseUnwritable(folder: string): void {
  try {
    accessSync(firstThere(folder), constants.W_OK);
  } catch (error) {
    const { code } = error as { code?: string };
    throw new OperatorError(`DATABASE_URL names a file in ${folder}, where none can be made (${code}).`);
  }
}

function firstThere(folder: string): string {
  const above = dirname(folder);
  return existsSync(folder) || above === folder ? folder : firstThere(above);
}
