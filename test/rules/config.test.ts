import { describe, expect, test } from '@jest/globals';
import { readConfig, requireServable } from '../../src/config/config.ts';
import { ConfigFault } from '../../src/config/config-fault.ts';

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' };
const teams = { MicrosoftAppId: 'app-id', MicrosoftAppPassword: 'secret', MicrosoftAppTenantId: 'tenant' };

/** What an operator reads of a faulty environment, line by line. */
function faultsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigFault) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('with nothing set', () => {
  test('Buddy is a playground on this machine, with a database file beside it', () => {
    expect(readConfig({})).toEqual({
      databaseUrl: 'sqlite:data/buddy.db',
      supportKeys: 'data/support-keys',
      databasePassword: null,
      referralsSecrets: null,
      secrets: [],
      teamsSecretExpires: null,
      auditLog: null,
      host: '127.0.0.1',
      port: 3000,
      metricsPort: null,
      logLevel: 'info',
      hospital: {
        timeZone: 'UTC',
        language: 'en',
        nudgeMinute: 9 * 60,
        maxBuddies: 3,
        guestsWelcome: true,
        smallestGroup: 11,
        platforms: [],
        link: null,
        admins: new Set(),
      },
      wayOut: { httpsProxy: null, noProxy: 'localhost,127.0.0.1,::1', extraCertificates: null },
      slack: null,
      teams: null,
      playground: true,
    });
  });

  test('an object id is known however it is written, and nothing else is changed', () => {
    const id = 'AAAAAAAA-0000-0000-0000-0000000000FF';
    const { admins } = readConfig({
      TEAMS_LOCAL_NO_AUTH: 'true',
      BUDDY_ADMINS: `teams:${id},teams:${id}F,teams:F${id},playground:${id}`,
    }).hospital;
    expect([...admins]).toEqual([
      ...[`teams:${id.toLowerCase()}`, `teams:${id}F`],
      ...[`teams:F${id}`, `playground:${id}`],
    ]);
  });

  test('space is as good as nothing', () => {
    expect(readConfig({ HOST: '  ', PORT: ' ', SLACK_BOT_TOKEN: '\t', BUDDY_ADMINS: ' , ' })).toEqual(
      readConfig({}),
    );
  });
});

describe('what is set', () => {
  test('is taken without the space around it, and words in any case', () => {
    const config = readConfig({
      ...{
        HOST: ' 0.0.0.0 ',
        PORT: ' 8080 ',
        LOG_LEVEL: 'WARN',
        BUDDY_GUESTS: 'Refuse',
        PLAYGROUND: 'False',
        BUDDY_SUPPORT_KEYS: ' /mnt/keys ',
      },
      ...{ BUDDY_TIME_ZONE: 'Europe/Paris', BUDDY_NUDGE_TIME: '7:30', BUDDY_MAX_BUDDIES: '1' },
      ...{ BUDDY_SMALLEST_GROUP: '5', BUDDY_ADMINS: 'slack:U01, slack:W9Z ,playground:x.y-z,' },
    });
    expect(config).toMatchObject({ host: '0.0.0.0', port: 8080, logLevel: 'warn', playground: false });
    expect(config.supportKeys).toBe('/mnt/keys');
    expect(config.hospital).toMatchObject({
      ...{
        timeZone: 'Europe/Paris',
        nudgeMinute: 450,
        maxBuddies: 1,
        guestsWelcome: false,
        smallestGroup: 5,
      },
      admins: new Set(['slack:U01', 'slack:W9Z', 'playground:x.y-z']),
    });
  });

  test('Slack over HTTP, at the pace that it allows, takes the place of the playground', () => {
    const config = readConfig(slack);
    expect([config.playground, config.teams, config.hospital.platforms]).toEqual([false, null, ['slack']]);
    const { botToken, signingSecret, ...rest } = config.slack ?? {};
    expect([botToken?.value, signingSecret?.value]).toEqual(['xoxb-1', 'secret']);
    expect(rest).toEqual({ appToken: null, apiUrl: null, messagesPerMinute: 300 });
  });

  test('Slack by Socket Mode needs no signing secret', () => {
    const config = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', PLAYGROUND: 'true' });
    expect([config.slack?.signingSecret, config.slack?.appToken?.value, config.playground]).toEqual([
      null,
      'xapp-1',
      true,
    ]);
  });

  test('Teams beside Slack: both are served', () => {
    const config = readConfig({ ...slack, ...teams });
    expect(config.hospital.platforms).toEqual(['slack', 'teams']);
    expect(readConfig(teams).hospital.platforms).toEqual(['teams']);
    expect([config.playground, readConfig(teams).playground]).toEqual([false, false]);
  });
});

describe('what cannot be used is said by name', () => {
  const says: [string, string[], string][] = [
    ['PORT', ['-1', '65536', '3.5', 'http'], 'must be a port number, such as 3000.'],
    ['METRICS_PORT', ['-1', '65536', '3.5', 'http'], 'must be a port number, such as 9464.'],
    ['LOG_LEVEL', ['loud'], 'must be one of trace, debug, info, warn, error, fatal, silent.'],
    [
      'BUDDY_ADMINS',
      ['U01', 'discord:U01', 'my slack:U01', 'slack:U01, x'],
      'must be a list like slack:U01ABC,slack:U02DEF (platform, colon, member id).',
    ],
    ['BUDDY_TIME_ZONE', ['Mars'], 'must be a time zone name, such as America/New_York.'],
    ['BUDDY_NUDGE_TIME', ['9', '24:00'], 'must be a time of day, such as 09:00.'],
    ['BUDDY_MAX_BUDDIES', ['0', '11', '2.5'], 'must be a whole number from 1 to 10.'],
    ['BUDDY_GUESTS', ['maybe'], 'must be allow or refuse.'],
    ['BUDDY_SMALLEST_GROUP', ['4', '1001'], 'must be a whole number, at least 5.'],
    ['SLACK_APP_TOKEN', ['xoxb-1', 'my-xapp-'], 'must be an app-level token, which begins with xapp-.'],
    [
      'SLACK_API_URL',
      ['slack', 'http://slack.com/api', 'ftp://127.0.0.1/', 'http://[::2]/'],
      'must be an https address (http only on this machine).',
    ],
    ['SLACK_MESSAGES_PER_MINUTE', ['0', '1.5', 'all'], 'must be a whole number above 0, such as 300.'],
    ['MicrosoftAppId', ['-a', 'a b', 'ü'], 'must be an id like 00000000-0000-0000-0000-000000000000.'],
    ['MicrosoftAppType', ['Tenantless'], 'must be SingleTenant, MultiTenant or UserAssignedMSI.'],
    ['MicrosoftAppTenantId', ['a/b'], 'must be an id like 00000000-0000-0000-0000-000000000000.'],
    ['TEAMS_LOCAL_NO_AUTH', ['yes', 'untrue', 'true enough'], 'must be true or false.'],
    ['PLAYGROUND', ['yes'], 'must be true or false.'],
    [
      'DATABASE_URL',
      ['buddy.db'],
      'must be sqlite:<path>, such as sqlite:data/buddy.db, or postgres://<user>:<password>@<host>/<database>.',
    ],
  ];

  test.each(says.flatMap(([name, values, words]) => values.map((value) => [name, value, words])))(
    '%s=%s',
    (name, value, words) => {
      expect(faultsOf({ ...slack, ...teams, [name]: value })).toEqual([`${name} ${words}`]);
    },
  );

  test.each([
    'slack:',
    'slack:U01;slack:U02',
    'slack:anna@clinic.example',
    'slack:u01',
    'slack:xU01',
    'slack:U',
  ])('%s names no administrator of Slack', (admin) => {
    expect(faultsOf({ BUDDY_ADMINS: `slack:U02,${admin}` })).toEqual([
      `BUDDY_ADMINS has ${admin}, which is no member id: those are capitals and digits, such as slack:U01ABC. In Slack: the profile, the three dots, "Copy member ID".`,
    ]);
  });

  test.each(['', '0', '-', 'x00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-0000000000000'])(
    'teams:%s names no administrator of Teams, except where no one has to sign in',
    (id) => {
      expect(faultsOf({ BUDDY_ADMINS: `teams:${id}` })).toEqual([
        `BUDDY_ADMINS has teams:${id}, which is no object id: those are like teams:00000000-0000-0000-0000-000000000000. In Entra: the person, "Object ID".`,
      ]);
      const local = faultsOf({ BUDDY_ADMINS: `teams:${id}`, TEAMS_LOCAL_NO_AUTH: '1' });
      expect(local).toHaveLength(id === '' ? 1 : 0);
    },
  );

  test('a value as a file has left it is said to be that, whatever else is wrong with it', () => {
    expect(faultsOf({ BUDDY_ADMINS: 'slack:anna"' })).toEqual([
      expect.stringMatching(/^BUDDY_ADMINS has a quot/),
    ]);
  });

  test('a bot token that is none', () => {
    expect(faultsOf({ ...slack, SLACK_BOT_TOKEN: 'xapp-xoxb-' })).toEqual([
      'SLACK_BOT_TOKEN must be a bot token, which begins with xoxb-.',
    ]);
  });

  test('all of it at once', () => {
    const [first, second, third] = faultsOf({ PORT: 'x', PLAYGROUND: 'x', SLACK_APP_TOKEN: 'xapp-1' });
    expect([first, second]).toEqual([
      'PORT must be a port number, such as 3000.',
      'PLAYGROUND must be true or false.',
    ]);
    expect(third).toContain('SLACK_BOT_TOKEN is missing');
    expect(new ConfigFault('x').name).toBe('ConfigFault');
  });
});

test.each([
  ['PORT', '0'],
  ['PORT', '65535'],
  ['METRICS_PORT', '0'],
  ['METRICS_PORT', '65535'],
  ['BUDDY_MAX_BUDDIES', '10'],
  ['BUDDY_SMALLEST_GROUP', '1000'],
  ['SLACK_MESSAGES_PER_MINUTE', '1'],
  ['SLACK_MESSAGES_PER_MINUTE', '1000000000'],
  ['SLACK_MESSAGES_PER_MINUTE', String(Number.MAX_SAFE_INTEGER)],
  ['SLACK_API_URL', 'https://slack.example/api/'],
  ['SLACK_API_URL', 'http://127.0.0.1:4000/api'],
  ['SLACK_API_URL', 'http://[::1]:4000/api'],
  ['MicrosoftAppId', '0A-b.c_d'],
  ['LOG_LEVEL', 'trace'],
  ['LOG_LEVEL', 'debug'],
  ['LOG_LEVEL', 'error'],
  ['LOG_LEVEL', 'fatal'],
  ['LOG_LEVEL', 'silent'],
  ['MicrosoftAppType', 'MultiTenant'],
  ['PLAYGROUND', 'auto'],
  ['TEAMS_LOCAL_NO_AUTH', '0'],
])('%s=%s can be used', (name, value) => {
  expect(faultsOf({ ...slack, ...teams, [name]: value })).toEqual([]);
});

test('the numbers have a port of their own, or share a port that nobody has chosen yet', () => {
  expect(faultsOf({ PORT: '8080', METRICS_PORT: '8080' })).toEqual([
    'METRICS_PORT is the same as PORT. Give it one of its own, or leave it out.',
  ]);
  expect(faultsOf({ PORT: '8080', METRICS_PORT: '8080', BUDDY_GUESTS: 'maybe' })).toHaveLength(1);
  expect(readConfig({ PORT: '0', METRICS_PORT: '0' }).metricsPort).toBe(0);
});

describe('the secret of an incident-report system', () => {
  const [one, two] = ['MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'];

  test.each([`${one},${two}`, ` ${one} ,  ${two} `, `${one} ${two}`])(
    'may be two, with and without whsec_: "%s"',
    (BUDDY_REFERRALS_SECRET) => {
      expect(readConfig({ BUDDY_REFERRALS_SECRET }).referralsSecrets?.value).toEqual([one, two]);
    },
  );

  test.each(['c2hvcnQ=', `${one}-`, `${one},x`, `${one},${two},${one}`, 'whsec_'])(
    'is named where it can’t be one: "%s"',
    (BUDDY_REFERRALS_SECRET) => {
      expect(faultsOf({ ...slack, BUDDY_REFERRALS_SECRET })).toEqual([
        expect.stringMatching(/^BUDDY_REFERRALS_SECRET must be a secret that openssl rand -base64 32 prints/),
      ]);
    },
  );
});

describe('a setting that nobody reads', () => {
  test.each([
    ['BUDDY_ADMIN', 'BUDDY_ADMINS'],
    ['BUDDY_TIMEZONE', 'BUDDY_TIME_ZONE'],
    ['SLACK_BOT_TOKEN_', 'SLACK_BOT_TOKEN'],
    ['SLACK_SIGNIN_SECRET', 'SLACK_SIGNING_SECRET'],
    ['MICROSOFT_APP_ID', 'MicrosoftAppId'],
    ['MicrosoftAppTenantID', 'MicrosoftAppTenantId'],
    ['PLAYGROUNDS', 'PLAYGROUND'],
  ])('%s is refused, with the one that was meant: %s', (name, meant) => {
    expect(faultsOf({ [name]: 'xoxb-1' })).toEqual([
      `${name} is no setting of Buddy's. Did you mean ${meant}?`,
    ]);
  });

  test('that only begins like one of ours may be another program’s, but not where Buddy is really run', () => {
    const other = { SLACK_WEBHOOK: 'https://example.org', BUDDY_STATUE: 'x', HOME: '/root', PORTAL: '1' };
    expect(readConfig(other)).toEqual(readConfig({}));
    expect(faultsOf({ ...other, NODE_ENV: 'production' })).toEqual(
      ['SLACK_WEBHOOK', 'BUDDY_STATUE'].map(
        (name) => `${name} is no setting of Buddy's: docs/operating.md has them all.`,
      ),
    );
  });
});

test('where Buddy is really run, no platform is no reason to open the playground', () => {
  const config = readConfig({ NODE_ENV: 'production' });
  expect(config.playground).toBe(false);
  expect(() => requireServable(config)).toThrow('No chat platform is configured');
  expect(readConfig({ NODE_ENV: 'production', PLAYGROUND: 'true' }).playground).toBe(true);
});
