import { getDotPath, type InferIssue, safeParse } from 'valibot';
import { operatorKey, parseOperatorKey } from '../chat/person.ts';
import type { LogLevel } from '../system/logger.ts';
import type { Hospital } from './hospital.ts';
import {
  halfPlatforms,
  type PlatformsConfig,
  type SlackConfig,
  type TeamsConfig,
  whyNotServable,
} from './platforms.ts';
import { type Variables, variables } from './variables.ts';

/** Everything the environment decides, checked. */
export interface Config extends PlatformsConfig {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
  readonly hospital: Hospital;
}

/** Variables that cannot be used. `message` has one line for each, every one naming its variable. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
}

/** The names of all variables that Buddy reads, for `.env.example`. */
export const variableNames: readonly string[] = Object.keys(variables.entries);

/** Reads the environment. Throws ConfigFault that names every faulty variable at once. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const result = safeParse(variables, environment);
  const faults = [...(result.success ? [] : result.issues.map(describe)), ...halfPlatforms(environment)];
  if (!result.success || faults.length > 0) throw new ConfigFault(faults.join('\n'));
  const read = result.output;
  const slack = slackOf(read);
  const teams = teamsOf(read);
  return {
    databaseUrl: read.DATABASE_URL,
    host: read.HOST,
    port: read.PORT,
    logLevel: read.LOG_LEVEL,
    hospital: {
      timeZone: read.BUDDY_TIME_ZONE,
      nudgeMinute: read.BUDDY_NUDGE_TIME,
      maxBuddies: read.BUDDY_MAX_BUDDIES,
      guestsWelcome: read.BUDDY_GUESTS === 'allow',
      smallestGroup: read.BUDDY_SMALLEST_GROUP,
      platforms: [
        ...(slack === null ? [] : (['slack'] as const)),
        ...(teams === null ? [] : (['teams'] as const)),
      ],
      admins: new Set(read.BUDDY_ADMINS.flatMap((admin) => parseOperatorKey(admin) ?? []).map(operatorKey)),
    },
    slack,
    teams,
    playground: read.PLAYGROUND === 'auto' ? slack === null && teams === null : read.PLAYGROUND === 'true',
  };
}

/** Throws ConfigFault where there is nothing to serve, or what has no passwords would be open to other machines. */
export function requireServable(config: Config): void {
  const why = whyNotServable(config);
  if (why !== null) throw new ConfigFault(why);
}

function slackOf(read: Variables): SlackConfig | null {
  if (read.SLACK_BOT_TOKEN === null) return null;
  return {
    botToken: read.SLACK_BOT_TOKEN,
    signingSecret: read.SLACK_SIGNING_SECRET,
    appToken: read.SLACK_APP_TOKEN,
    apiUrl: read.SLACK_API_URL,
    messagesPerMinute: read.SLACK_MESSAGES_PER_MINUTE,
  };
}

function teamsOf(read: Variables): TeamsConfig | null {
  const tenantId = read.MicrosoftAppTenantId;
  if (read.TEAMS_LOCAL_NO_AUTH) return { credentials: null, tenantId };
  if (read.MicrosoftAppId === null || tenantId === null) return null;
  const { MicrosoftAppId: appId, MicrosoftAppPassword: password, MicrosoftAppType: type } = read;
  return { credentials: { appId, password, type, tenantId }, tenantId };
}

function describe(issue: InferIssue<typeof variables>): string {
  return `${getDotPath(issue)} ${issue.message}`;
}
