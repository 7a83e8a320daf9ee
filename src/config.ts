import { z } from 'zod';
import { isTimeZone, parseClockTime } from './calendar/local-time.ts';
import { urlFault } from './db/database-url.ts';
import type { LogLevel } from './system/logger.ts';
import type { Settings } from './turn.ts';

/** Everything the environment decides, checked. */
export interface Config {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
  readonly settings: Settings;
  /** Null when Slack is not configured. */
  readonly slack: SlackConfig | null;
  /** Whether the made-up ward is served: where PLAYGROUND says nothing, where there is no platform. */
  readonly playground: boolean;
}

export interface SlackConfig {
  readonly botToken: string;
  readonly signingSecret: string | null;
  /** Set: Socket Mode. */
  readonly appToken: string | null;
  /** Base of the Web API; null for Slack's own. */
  readonly apiUrl: string | null;
  readonly messagesPerMinute: number;
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
  PLAYGROUND: text
    .transform((value) => (value || 'auto').toLowerCase())
    .pipe(z.enum(['true', 'false', 'auto'], { error: 'must be true or false.' })),
});

/** The names of all variables that Buddy reads, for `.env.example`. */
export const variableNames: readonly string[] = Object.keys(shape.shape);

/** Reads the environment. Throws ConfigFault that names every faulty variable at once. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const result = shape.safeParse(environment);
  const faults = [...(result.success ? [] : result.error.issues.map(describe)), ...halfSlack(environment)];
  if (!result.success || faults.length > 0) throw new ConfigFault(faults.join('\n'));
  const read = result.data;
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
      admins: new Set(read.BUDDY_ADMINS),
    },
    slack:
      read.SLACK_BOT_TOKEN === null
        ? null
        : {
            botToken: read.SLACK_BOT_TOKEN,
            signingSecret: read.SLACK_SIGNING_SECRET,
            appToken: read.SLACK_APP_TOKEN,
            apiUrl: read.SLACK_API_URL,
            messagesPerMinute: read.SLACK_MESSAGES_PER_MINUTE,
          },
    playground: read.PLAYGROUND === 'auto' ? read.SLACK_BOT_TOKEN === null : read.PLAYGROUND === 'true',
  };
}

/** Throws ConfigFault where there is nothing to serve, or the playground would be open to other machines. */
export function requireServable({ slack, playground, host }: Config): void {
  if (slack === null && !playground) {
    throw new ConfigFault(
      'No chat platform is configured. Set SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET (see .env.example and the Slack section of README.md), then start again. To look around without one, set PLAYGROUND=true.',
    );
  }
  if (playground && !loopbacks.includes(host.toLowerCase())) {
    const how =
      slack === null
        ? 'set up a chat platform first (no platform is configured, so the playground is on)'
        : 'set PLAYGROUND=false';
    throw new ConfigFault(
      `The playground has no passwords, so it is for this machine alone: HOST is ${host} while PLAYGROUND is on. Set HOST=127.0.0.1, or ${how}.`,
    );
  }
}

const loopbacks: readonly string[] = ['127.0.0.1', 'localhost', '::1'];

/** Half a configuration is refused rather than started without the platform that was meant. */
function halfSlack(environment: Record<string, string | undefined>): string[] {
  const isSet = (name: string): boolean => (environment[name] ?? '').trim() !== '';
  const hasWay = isSet('SLACK_SIGNING_SECRET') || isSet('SLACK_APP_TOKEN');
  if (!isSet('SLACK_BOT_TOKEN') && hasWay) {
    return [
      'SLACK_BOT_TOKEN is missing, while the rest of Slack is set. It is under "OAuth & Permissions" of the app.',
    ];
  }
  if (isSet('SLACK_BOT_TOKEN') && !hasWay) {
    return [
      'SLACK_SIGNING_SECRET is missing: set it for HTTP ("Basic Information" of the app), or SLACK_APP_TOKEN for Socket Mode.',
    ];
  }
  return [];
}

function describe(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.')} ${issue.message}`;
}

function isSafeUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
  );
}
