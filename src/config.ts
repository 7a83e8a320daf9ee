import { z } from 'zod';
import { isTimeZone, parseClockTime } from './calendar/local-time.ts';
import { urlFault } from './db/database-url.ts';
import {
  halfPlatforms,
  isLoopback,
  isOn,
  type PlatformsConfig,
  type SlackConfig,
  type TeamsConfig,
  whyNotServable,
} from './platforms-config.ts';
import type { LogLevel } from './system/logger.ts';
import type { Settings } from './turn.ts';

/** Everything the environment decides, checked. */
export interface Config extends PlatformsConfig {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
  readonly settings: Settings;
}

/** Variables that cannot be used. `message` has one line for each, every one naming its variable. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
}

const text = z.string().trim().optional();

const wholeNumber = (fallback: number, from: number, to: number, say: string) =>
  text
    .transform((value) => (value ? Number(value) : fallback))
    .refine((value) => Number.isInteger(value) && value >= from && value <= to, say);

const identifier = text
  .transform((value) => value || null)
  .refine(
    (value) => value === null || /^[0-9a-z][0-9a-z._-]*$/i.test(value),
    'must be an id like 00000000-0000-0000-0000-000000000000.',
  );

const shape = z.object({
  DATABASE_URL: text
    .transform((value) => value || 'sqlite:data/buddy.db')
    .superRefine((value, context) => {
      const fault = urlFault(value);
      if (fault !== null) context.addIssue({ code: 'custom', message: fault });
    }),
  HOST: text.transform((value) => value || '127.0.0.1'),
  PORT: wholeNumber(3000, 0, 65535, 'must be a port number, such as 3000.'),
  LOG_LEVEL: text
    .transform((value) => (value || 'info').toLowerCase())
    .pipe(
      z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
        error: 'must be one of trace, debug, info, warn, error, fatal, silent.',
      }),
    ),
  BUDDY_ADMINS: text
    .transform((value) =>
      (value ?? '')
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    )
    .refine(
      (admins) => admins.every((admin) => /^(slack|teams|playground):[\w.-]+$/.test(admin)),
      'must be a list like slack:U01ABC,slack:U02DEF (platform, colon, member id).',
    ),
  BUDDY_TIME_ZONE: text
    .transform((value) => value || 'UTC')
    .refine(isTimeZone, 'must be a time zone name, such as America/New_York.'),
  BUDDY_NUDGE_TIME: text
    .transform((value) => parseClockTime(value || '09:00'))
    .refine((minute) => minute !== null, 'must be a time of day, such as 09:00.')
    .transform((minute) => minute ?? 0),
  BUDDY_MAX_BUDDIES: wholeNumber(3, 1, 10, 'must be a whole number from 1 to 10.'),
  BUDDY_GUESTS: text
    .transform((value) => (value || 'allow').toLowerCase())
    .pipe(z.enum(['allow', 'refuse'], { error: 'must be allow or refuse.' })),
  BUDDY_SMALLEST_GROUP: wholeNumber(11, 5, 1000, 'must be a whole number, at least 5.'),
  SLACK_BOT_TOKEN: text
    .transform((value) => value || null)
    .refine(
      (value) => value === null || value.startsWith('xoxb-'),
      'must be a bot token, which begins with xoxb-.',
    ),
  SLACK_SIGNING_SECRET: text.transform((value) => value || null),
  SLACK_APP_TOKEN: text
    .transform((value) => value || null)
    .refine(
      (value) => value === null || value.startsWith('xapp-'),
      'must be an app-level token, which begins with xapp-.',
    ),
  SLACK_API_URL: text
    .transform((value) => value || null)
    .refine(
      (value) => value === null || isSafeUrl(value),
      'must be an https address (http only on this machine).',
    ),
  SLACK_MESSAGES_PER_MINUTE: wholeNumber(
    300,
    1,
    Number.MAX_SAFE_INTEGER,
    'must be a whole number above 0, such as 300.',
  ),
  MicrosoftAppId: identifier,
  MicrosoftAppPassword: text.transform((value) => value || null),
  MicrosoftAppType: text
    .transform((value) => value || 'SingleTenant')
    .pipe(
      z.enum(['SingleTenant', 'MultiTenant', 'UserAssignedMSI'], {
        error: 'must be SingleTenant, MultiTenant or UserAssignedMSI.',
      }),
    ),
  MicrosoftAppTenantId: identifier,
  TEAMS_LOCAL_NO_AUTH: text
    .refine((value) => /^(true|false|1|0)?$/i.test(value ?? ''), 'must be true or false.')
    .transform(isOn),
  PLAYGROUND: text
    .transform((value) => (value || 'auto').toLowerCase())
    .pipe(z.enum(['true', 'false', 'auto'], { error: 'must be true or false.' })),
});

/** The names of all variables that Buddy reads, for `.env.example`. */
export const variableNames: readonly string[] = Object.keys(shape.shape);

/** Reads the environment. Throws ConfigFault that names every faulty variable at once. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const result = shape.safeParse(environment);
  const faults = [
    ...(result.success ? [] : result.error.issues.map(describe)),
    ...halfPlatforms(environment),
  ];
  if (!result.success || faults.length > 0) throw new ConfigFault(faults.join('\n'));
  const read = result.data;
  const slack = slackOf(read);
  const teams = teamsOf(read);
  return {
    databaseUrl: read.DATABASE_URL,
    host: read.HOST,
    port: read.PORT,
    logLevel: read.LOG_LEVEL,
    settings: {
      timeZone: read.BUDDY_TIME_ZONE,
      nudgeMinute: read.BUDDY_NUDGE_TIME,
      maxBuddies: read.BUDDY_MAX_BUDDIES,
      guestsWelcome: read.BUDDY_GUESTS === 'allow',
      smallestGroup: read.BUDDY_SMALLEST_GROUP,
      platforms: [
        ...(slack === null ? [] : (['slack'] as const)),
        ...(teams === null ? [] : (['teams'] as const)),
      ],
      admins: new Set(read.BUDDY_ADMINS.map(asKept)),
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

type Read = z.infer<typeof shape>;

function slackOf(read: Read): SlackConfig | null {
  if (read.SLACK_BOT_TOKEN === null) return null;
  return {
    botToken: read.SLACK_BOT_TOKEN,
    signingSecret: read.SLACK_SIGNING_SECRET,
    appToken: read.SLACK_APP_TOKEN,
    apiUrl: read.SLACK_API_URL,
    messagesPerMinute: read.SLACK_MESSAGES_PER_MINUTE,
  };
}

function teamsOf(read: Read): TeamsConfig | null {
  const tenantId = read.MicrosoftAppTenantId;
  if (read.TEAMS_LOCAL_NO_AUTH) return { credentials: null, tenantId };
  if (read.MicrosoftAppId === null || tenantId === null) return null;
  const { MicrosoftAppId: appId, MicrosoftAppPassword: password, MicrosoftAppType: type } = read;
  return { credentials: { appId, password, type, tenantId }, tenantId };
}

/** Entra object ids are kept in lower case, however the directory shows them. */
function asKept(admin: string): string {
  return /^teams:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(admin) ? admin.toLowerCase() : admin;
}

function describe(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')} ${issue.message}`;
}

function isSafeUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, '')));
}
