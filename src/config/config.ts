import { getDotPath, type InferIssue, safeParse } from 'valibot';
import { operatorKey, parseOperatorKey } from '../chat/person.ts';
import type { LogLevel } from '../system/logger.ts';
import type { Secret } from '../system/secret.ts';
import { adminFaults } from './admins.ts';
import { writtenWrongly } from './as-written.ts';
import { ConfigFault } from './config-fault.ts';
import { takeEnvFile } from './env-file.ts';
import type { Hospital } from './hospital.ts';
import { LiveSecrets } from './live-secrets.ts';
import {
  chatLink,
  halfPlatforms,
  type PlatformsConfig,
  type SlackConfig,
  type TeamsConfig,
  whyNotServable,
} from './platforms.ts';
import { secretFileNames, withSecretFiles } from './secret-files.ts';
import { unknownNames } from './unknown-names.ts';
import { type Variables, variables } from './variables.ts';
import type { WayOut } from './way-out.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Everything the environment decides, checked. */
export interface Config extends PlatformsConfig {
  readonly databaseUrl: string;
  /** Counts in place of the one in `databaseUrl`; null where that one stays. */
  readonly databasePassword: Secret | null;
  /** A folder, made when the first key is needed: what names a referred colleague is sealed with keys from there. */
  readonly supportKeys: string;
  /** Any of them signs what an incident-report system sends; null: none is taken in. */
  readonly referralsSecrets: Secret<readonly string[]> | null;
  /** The day on which MicrosoftAppPassword expires, `YYYY-MM-DD`: Microsoft tells no app. Null where nobody has noted it. */
  readonly teamsSecretExpires: string | null;
  /** `stdout` or a file; null: the audit list stays in the database alone. */
  readonly auditLog: string | null;
  readonly host: string;
  readonly port: number;
  /** Where /metrics is told, on a port of its own; null for PORT, to this machine alone. */
  readonly metricsPort: number | null;
  readonly logLevel: LogLevel;
  readonly hospital: Hospital;
  readonly wayOut: WayOut;
  /** Those that may change while Buddy runs. */
  readonly secrets: readonly Secret<unknown>[];
}

/** Is never behind a proxy. */
const thisMachine = 'localhost,127.0.0.1,::1';

/** The names of all variables that Buddy reads, for `.env.example`. */
export const variableNames: readonly string[] = Object.keys(variables.entries);
const allNames: readonly string[] = [...variableNames, ...secretFileNames];

/** The process's environment, and what `.env` in the working directory adds to it. Throws ConfigFault. */
function ownEnvironment(): Environment {
  takeEnvFile('.env', process.env, allNames);
  return process.env;
}

/**
 * Whether a variable says something, in the environment or in `.env`: where it doesn't, its default holds. To be asked after
 * `readConfig`, which has taken in `.env`.
 */
export function isGiven(name: string): boolean {
  return (process.env[name] ?? '').trim() !== '';
}

/** Reads the environment. Throws ConfigFault that names every faulty variable at once. */
export function readConfig(given: Environment = ownEnvironment()): Config {
  const { environment, faults: unread } = withSecretFiles(given);
  const isProduction = environment.NODE_ENV === 'production';
  const { https_proxy: HTTPS_PROXY, no_proxy: NO_PROXY } = environment;
  const result = safeParse(variables, { HTTPS_PROXY, NO_PROXY, ...environment });
  const miswritten = writtenWrongly(environment, variableNames);
  const admins = miswritten.has('BUDDY_ADMINS') ? [] : adminFaults(environment);
  const told = new Set([...miswritten.keys(), ...(admins.length > 0 ? ['BUDDY_ADMINS'] : [])]);
  const issues = (result.issues ?? []).filter((issue) => !told.has(getDotPath(issue) ?? ''));
  const faults = [
    ...[...miswritten].map(([name, fault]) => `${name} ${fault}`),
    ...issues.map(describe),
    // What couldn't be read isn't missing as well.
    ...(unread.length > 0 ? unread : halfPlatforms(environment)),
    ...admins,
    ...(result.success ? samePort(result.output) : []),
    ...unknownNames(given, allNames, isProduction),
  ];
  if (!result.success || faults.length > 0) throw new ConfigFault(faults.join('\n'));
  const read = result.output;
  const secrets = new LiveSecrets(given);
  const slack = slackOf(read, secrets);
  const teams = teamsOf(read, secrets);
  const databaseUrl = read.DATABASE_URL ?? defaultDatabase(read);
  return {
    databaseUrl,
    databasePassword: secrets.databasePassword(databaseUrl),
    supportKeys: read.BUDDY_SUPPORT_KEYS,
    referralsSecrets:
      read.BUDDY_REFERRALS_SECRET.length === 0
        ? null
        : secrets.of('BUDDY_REFERRALS_SECRET', read.BUDDY_REFERRALS_SECRET),
    teamsSecretExpires: read.TEAMS_SECRET_EXPIRES,
    auditLog: read.AUDIT_LOG,
    host: read.HOST,
    port: read.PORT,
    metricsPort: read.METRICS_PORT,
    logLevel: read.LOG_LEVEL,
    hospital: {
      timeZone: read.BUDDY_TIME_ZONE,
      language: read.BUDDY_LANGUAGE,
      nudgeMinute: read.BUDDY_NUDGE_TIME,
      maxBuddies: read.BUDDY_MAX_BUDDIES,
      guestsWelcome: read.BUDDY_GUESTS === 'allow',
      smallestGroup: read.BUDDY_SMALLEST_GROUP,
      platforms: [
        ...(slack === null ? [] : (['slack'] as const)),
        ...(teams === null ? [] : (['teams'] as const)),
      ],
      link: chatLink(teams),
      admins: new Set(read.BUDDY_ADMINS.flatMap((admin) => parseOperatorKey(admin) ?? []).map(operatorKey)),
    },
    wayOut: {
      httpsProxy: read.HTTPS_PROXY,
      noProxy: [read.NO_PROXY, thisMachine].filter((one) => one !== '').join(','),
      extraCertificates: read.NODE_EXTRA_CA_CERTS,
    },
    secrets: secrets.replaceable,
    slack,
    teams,
    playground:
      read.PLAYGROUND === 'auto'
        ? slack === null && teams === null && !isProduction
        : read.PLAYGROUND === 'true',
  };
}

/** Throws ConfigFault where there is nothing to serve, or what has no passwords would be open to other machines. */
export function requireServable(config: Config): void {
  const why = whyNotServable(config);
  if (why !== null) throw new ConfigFault(why);
}

/** Who is let in without a token is kept apart from everyone who has one. */
function defaultDatabase({ TEAMS_LOCAL_NO_AUTH }: Variables): string {
  return TEAMS_LOCAL_NO_AUTH ? 'sqlite:data/teams-local.db' : 'sqlite:data/buddy.db';
}

function slackOf(read: Variables, secrets: LiveSecrets): SlackConfig | null {
  const { SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: signing, SLACK_APP_TOKEN: app } = read;
  if (bot === null) return null;
  return {
    botToken: secrets.of('SLACK_BOT_TOKEN', bot),
    signingSecret: signing === null ? null : secrets.of('SLACK_SIGNING_SECRET', signing),
    appToken: app === null ? null : secrets.of('SLACK_APP_TOKEN', app),
    apiUrl: read.SLACK_API_URL,
    messagesPerMinute: read.SLACK_MESSAGES_PER_MINUTE,
  };
}

function teamsOf(read: Variables, secrets: LiveSecrets): TeamsConfig | null {
  const tenantId = read.MicrosoftAppTenantId;
  if (read.TEAMS_LOCAL_NO_AUTH) return { credentials: null, tenantId };
  if (read.MicrosoftAppId === null || tenantId === null) return null;
  const { MicrosoftAppId: appId, MicrosoftAppType: type } = read;
  return { credentials: { appId, proof: secrets.teamsProof(read), type, tenantId }, tenantId };
}

function samePort({ PORT, METRICS_PORT }: Variables): string[] {
  if (METRICS_PORT === null || METRICS_PORT === 0 || METRICS_PORT !== PORT) return [];
  return ['METRICS_PORT is the same as PORT. Give it one of its own, or leave it out.'];
}

function describe(issue: InferIssue<typeof variables>): string {
  return `${getDotPath(issue)} ${issue.message}`;
}
