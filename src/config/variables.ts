import * as v from 'valibot';
import { isTimeZone, parseClockTime, parseDay } from '../calendar/local-time.ts';
import { languages } from '../chat/language.ts';
import { parseOperatorKey } from '../chat/person.ts';
import { urlFault } from '../db/database-url.ts';
import { adminsIn } from './admins.ts';
import { isLoopbackUrl, isOn } from './platforms.ts';

/** What is not set is as good as empty, and space around a value means nothing. */
const text = v.pipe(v.optional(v.string(), ''), v.trim());

const textOr = (fallback: string) =>
  v.pipe(
    text,
    v.transform((value) => value || fallback),
  );

/** Null when it is not set. */
const optionalText = v.pipe(
  text,
  v.transform((value) => value || null),
);

const optionalTextThat = (isGood: (value: string) => boolean, say: string) =>
  v.pipe(
    optionalText,
    v.check((value) => value === null || isGood(value), say),
  );

const wholeNumber = (fallback: number, from: number, to: number, say: string) =>
  v.pipe(
    text,
    v.transform((value) => (value ? Number(value) : fallback)),
    v.check((value) => Number.isInteger(value) && value >= from && value <= to, say),
  );

const identifier = optionalTextThat(
  (value) => /^[0-9a-z][0-9a-z._-]*$/i.test(value),
  'must be an id like 00000000-0000-0000-0000-000000000000.',
);

/** Every variable that Buddy reads, with what it means. A sentence here follows the variable's name. */
export const variables = v.object({
  DATABASE_URL: v.pipe(
    optionalText,
    v.rawCheck(({ dataset, addIssue }) => {
      const fault = dataset.typed && dataset.value !== null ? urlFault(dataset.value) : null;
      if (fault !== null) addIssue({ message: fault });
    }),
  ),
  HOST: textOr('127.0.0.1'),
  HTTPS_PROXY: optionalTextThat(
    (value) => /^https?:\/\/[^/]+\/?$/i.test(value) && URL.canParse(value),
    'must be an address such as http://proxy.hospital.example:3128.',
  ),
  NO_PROXY: text,
  NODE_EXTRA_CA_CERTS: optionalText,
  PORT: wholeNumber(3000, 0, 65535, 'must be a port number, such as 3000.'),
  METRICS_PORT: v.pipe(
    optionalText,
    v.transform((value) => (value === null ? null : Number(value))),
    v.check(
      (value) => value === null || (Number.isInteger(value) && value >= 0 && value <= 65535),
      'must be a port number, such as 9464.',
    ),
  ),
  LOG_LEVEL: v.pipe(
    textOr('info'),
    v.toLowerCase(),
    v.picklist(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be one of trace, debug, info, warn, error, fatal, silent.',
    ),
  ),
  AUDIT_LOG: optionalText,
  BUDDY_ADMINS: v.pipe(
    text,
    v.transform(adminsIn),
    v.check(
      (admins) => admins.every((admin) => parseOperatorKey(admin) !== null),
      'must be a list like slack:U01ABC,slack:U02DEF (platform, colon, member id).',
    ),
  ),
  BUDDY_TIME_ZONE: v.pipe(
    textOr('UTC'),
    v.check(isTimeZone, 'must be a time zone name, such as America/New_York.'),
    v.check(
      (zone) => !/^(EST|MST|HST)$/i.test(zone),
      'has no daylight saving time: write America/New_York, America/Denver or Pacific/Honolulu.',
    ),
  ),
  BUDDY_LANGUAGE: v.pipe(textOr('en'), v.toLowerCase(), v.picklist(languages, 'must be en or es.')),
  BUDDY_NUDGE_TIME: v.pipe(
    textOr('09:00'),
    v.transform(parseClockTime),
    v.number('must be a time of day, such as 09:00.'),
  ),
  BUDDY_MAX_BUDDIES: wholeNumber(3, 1, 10, 'must be a whole number from 1 to 10.'),
  BUDDY_GUESTS: v.pipe(
    textOr('allow'),
    v.toLowerCase(),
    v.picklist(['allow', 'refuse'], 'must be allow or refuse.'),
  ),
  BUDDY_SMALLEST_GROUP: wholeNumber(11, 5, 1000, 'must be a whole number, at least 5.'),
  BUDDY_SUPPORT_KEYS: textOr('data/support-keys'),
  BUDDY_REFERRALS_SECRET: v.pipe(
    text,
    v.transform((value): readonly string[] => value.split(/[\s,]+/).filter((secret) => secret !== '')),
    v.check(
      (secrets) => secrets.length <= 2 && secrets.every(isWebhookSecret),
      'must be a secret that openssl rand -base64 32 prints, with or without whsec_ before it; or two of them with a comma between.',
    ),
  ),
  SLACK_BOT_TOKEN: optionalTextThat(
    (value) => value.startsWith('xoxb-'),
    'must be a bot token, which begins with xoxb-.',
  ),
  SLACK_SIGNING_SECRET: optionalTextThat(
    (value) => !/^xox|^xapp-/.test(value),
    'is a token: the signing secret is under "Basic Information", "App Credentials".',
  ),
  SLACK_APP_TOKEN: optionalTextThat(
    (value) => value.startsWith('xapp-'),
    'must be an app-level token, which begins with xapp-.',
  ),
  SLACK_API_URL: optionalTextThat(isSafeUrl, 'must be an https address (http only on this machine).'),
  SLACK_MESSAGES_PER_MINUTE: wholeNumber(
    300,
    1,
    Number.MAX_SAFE_INTEGER,
    'must be a whole number above 0, such as 300.',
  ),
  MicrosoftAppId: identifier,
  MicrosoftAppPassword: optionalText,
  TEAMS_SECRET_EXPIRES: optionalTextThat(
    (value) => parseDay(value) !== null,
    'must be the day on which MicrosoftAppPassword expires, written like 2027-03-01.',
  ),
  MicrosoftAppCertificateFile: optionalText,
  MicrosoftAppCertificateKeyFile: optionalText,
  AZURE_FEDERATED_TOKEN_FILE: optionalText,
  MicrosoftAppType: v.pipe(
    textOr('SingleTenant'),
    v.picklist(
      ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'],
      'must be SingleTenant, MultiTenant or UserAssignedMSI.',
    ),
  ),
  // Microsoft takes a domain for a tenant; but requests name the id, so nobody would be let in.
  MicrosoftAppTenantId: v.pipe(
    identifier,
    v.check(
      (value) => value === null || !value.includes('.'),
      'must be an id like 00000000-0000-0000-0000-000000000000, and not the name of a domain.',
    ),
  ),
  TEAMS_LOCAL_NO_AUTH: v.pipe(
    text,
    v.regex(/^(true|false|1|0)?$/i, 'must be true or false.'),
    v.transform((value) => isOn(value)),
  ),
  PLAYGROUND: v.pipe(
    textOr('auto'),
    v.toLowerCase(),
    v.picklist(['true', 'false', 'auto'], 'must be true or false.'),
  ),
});

export type Variables = v.InferOutput<typeof variables>;

function isSafeUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol } = new URL(value);
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackUrl(value));
}

/** At least 24 bytes in base64, as Standard Webhooks has it. */
function isWebhookSecret(value: string): boolean {
  const written = value.replace(/^whsec_/, '');
  return /^(?:[a-z\d+/]{4})*(?:[a-z\d+/]{2}==|[a-z\d+/]{3}=)?$/i.test(written) && written.length >= 32;
}
