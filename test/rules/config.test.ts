import { describe, expect, test } from '@jest/globals';
import { ConfigFault, readConfig, requireServable } from '../../src/config/config.ts';
import { halfPlatforms, isLoopback, isOn, whyNotServable } from '../../src/config/platforms.ts';

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
      host: '127.0.0.1',
      port: 3000,
      logLevel: 'info',
      settings: {
        timeZone: 'UTC',
        nudgeMinute: 9 * 60,
        maxBuddies: 3,
        guestsWelcome: true,
        smallestGroup: 11,
        platforms: [],
        admins: new Set(),
      },
      slack: null,
      teams: null,
      playground: true,
    });
  });

  test('an object id is known however it is written, and nothing else is changed', () => {
    const id = 'AAAAAAAA-0000-0000-0000-0000000000FF';
    const { admins } = readConfig({
      BUDDY_ADMINS: `teams:${id},teams:${id}F,teams:F${id},slack:${id}`,
    }).settings;
    expect([...admins]).toEqual([`teams:${id.toLowerCase()}`, `teams:${id}F`, `teams:F${id}`, `slack:${id}`]);
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
      },
      ...{ BUDDY_TIME_ZONE: 'Europe/Paris', BUDDY_NUDGE_TIME: '7:30', BUDDY_MAX_BUDDIES: '1' },
      ...{ BUDDY_SMALLEST_GROUP: '5', BUDDY_ADMINS: 'slack:U01, teams:x.y-z ,playground:a,' },
    });
    expect(config).toMatchObject({ host: '0.0.0.0', port: 8080, logLevel: 'warn', playground: false });
    expect(config.settings).toMatchObject({
      ...{
        timeZone: 'Europe/Paris',
        nudgeMinute: 450,
        maxBuddies: 1,
        guestsWelcome: false,
        smallestGroup: 5,
      },
      admins: new Set(['slack:U01', 'teams:x.y-z', 'playground:a']),
    });
  });

  test('Slack over HTTP, at the pace that it allows, takes the place of the playground', () => {
    const config = readConfig(slack);
    expect([config.playground, config.teams, config.settings.platforms]).toEqual([false, null, ['slack']]);
    expect(config.slack).toEqual({
      ...{ botToken: 'xoxb-1', signingSecret: 'secret', appToken: null, apiUrl: null },
      messagesPerMinute: 300,
    });
  });

  test('Slack by Socket Mode needs no signing secret', () => {
    const config = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', PLAYGROUND: 'true' });
    expect([config.slack?.signingSecret, config.slack?.appToken, config.playground]).toEqual([
      null,
      'xapp-1',
      true,
    ]);
  });

  test('Teams beside Slack: both are served', () => {
    const config = readConfig({ ...slack, ...teams });
    expect(config.settings.platforms).toEqual(['slack', 'teams']);
    expect(readConfig(teams).settings.platforms).toEqual(['teams']);
    expect([config.playground, readConfig(teams).playground]).toEqual([false, false]);
  });
});

describe('what cannot be used is said by name', () => {
  const says: [string, string[], string][] = [
    ['PORT', ['-1', '65536', '3.5', 'http'], 'must be a port number, such as 3000.'],
    ['LOG_LEVEL', ['loud'], 'must be one of trace, debug, info, warn, error, fatal, silent.'],
    [
      'BUDDY_ADMINS',
      ['U01', 'slack:', 'discord:U01', 'slack:U01;slack:U02', 'my slack:U01', 'slack:U01, x'],
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
  ['MicrosoftAppType', 'UserAssignedMSI'],
  ['PLAYGROUND', 'auto'],
  ['TEAMS_LOCAL_NO_AUTH', '0'],
])('%s=%s can be used', (name, value) => {
  expect(faultsOf({ ...slack, ...teams, [name]: value })).toEqual([]);
});

describe('half a platform is refused rather than left out', () => {
  test.each<[Record<string, string>, string[]]>([
    [{}, []],
    [slack, []],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }, []],
    [
      { SLACK_SIGNING_SECRET: 'secret' },
      [
        'SLACK_BOT_TOKEN is missing, while the rest of Slack is set. It is under "OAuth & Permissions" of the app.',
      ],
    ],
    [
      { SLACK_APP_TOKEN: 'xapp-1' },
      [
        'SLACK_BOT_TOKEN is missing, while the rest of Slack is set. It is under "OAuth & Permissions" of the app.',
      ],
    ],
    [
      { SLACK_BOT_TOKEN: 'xoxb-1' },
      [
        'SLACK_SIGNING_SECRET is missing: set it for HTTP ("Basic Information" of the app), or SLACK_APP_TOKEN for Socket Mode.',
      ],
    ],
    [teams, []],
    [{ MicrosoftAppId: 'a', MicrosoftAppType: ' UserAssignedMSI ', MicrosoftAppTenantId: 'b' }, []],
    [
      { MicrosoftAppPassword: 'secret' },
      [
        'MicrosoftAppId is missing, while the rest of Teams is set. It is the application (client) id of the app registration.',
      ],
    ],
    [
      { MicrosoftAppTenantId: 'b', MicrosoftAppId: '  ' },
      [
        'MicrosoftAppId is missing, while the rest of Teams is set. It is the application (client) id of the app registration.',
      ],
    ],
    [
      { MicrosoftAppId: 'a' },
      [
        'MicrosoftAppPassword is missing: a client secret of the app registration, its value and not its id.',
        'MicrosoftAppTenantId is missing: the directory (tenant) id of your hospital. Nobody from another tenant is let in.',
      ],
    ],
    [{ TEAMS_LOCAL_NO_AUTH: 'true', MicrosoftAppTenantId: 'b' }, []],
    [
      { TEAMS_LOCAL_NO_AUTH: ' TRUE ', MicrosoftAppPassword: 'secret' },
      [
        'TEAMS_LOCAL_NO_AUTH lets everybody in, and MicrosoftAppPassword is of a real bot. Remove TEAMS_LOCAL_NO_AUTH, or the password to try Buddy on this machine alone.',
      ],
    ],
  ])('%j: %j', (environment, faults) => {
    expect(halfPlatforms(environment)).toEqual(faults);
  });

  test('a switch is on for true and 1, and for nothing else', () => {
    expect(['true', ' True ', '1', 'false', '0', '', 'yes', undefined].map(isOn)).toEqual([
      ...[true, true, true],
      ...[false, false, false, false, false],
    ]);
  });
});

describe('what has no passwords is for this machine alone', () => {
  const servable = { slack: readConfig(slack).slack, teams: null, playground: false, host: '0.0.0.0' };
  const open = { credentials: null, tenantId: null };

  test('a real platform is served to everybody', () => {
    expect(whyNotServable(servable)).toBeNull();
    expect(whyNotServable({ ...servable, slack: null, teams: readConfig(teams).teams })).toBeNull();
    expect(() => requireServable(readConfig({ ...slack, HOST: '0.0.0.0' }))).not.toThrow();
  });

  test('with neither a platform nor the playground there is nothing to serve', () => {
    const nothing = { ...servable, slack: null };
    expect(whyNotServable(nothing)).toBe(
      'No chat platform is configured. Set SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET, or MicrosoftAppId and its companions (see .env.example and README.md), then start again. To look around without one, set PLAYGROUND=true.',
    );
    expect(whyNotServable({ ...nothing, playground: true, host: 'localhost' })).toBeNull();
    expect(() => requireServable(readConfig({ PLAYGROUND: 'false' }))).toThrow(ConfigFault);
  });

  test('Teams without authentication', () => {
    expect(whyNotServable({ ...servable, teams: open, host: '127.0.0.1' })).toBeNull();
    expect(whyNotServable({ ...servable, teams: open })).toBe(
      'TEAMS_LOCAL_NO_AUTH lets everybody in, so it is for this machine alone: HOST is 0.0.0.0. Set HOST=127.0.0.1, or remove TEAMS_LOCAL_NO_AUTH and set MicrosoftAppId.',
    );
  });

  test('the playground, whether it was asked for or is there for want of a platform', () => {
    const begins =
      'The playground has no passwords, so it is for this machine alone: HOST is 0.0.0.0 while PLAYGROUND is on.';
    const playground = { ...servable, playground: true };
    expect(whyNotServable({ ...playground, host: '::1' })).toBeNull();
    expect(whyNotServable(playground)).toBe(`${begins} Set HOST=127.0.0.1, or set PLAYGROUND=false.`);
    expect(whyNotServable({ ...playground, slack: null, teams: readConfig(teams).teams })).toBe(
      `${begins} Set HOST=127.0.0.1, or set PLAYGROUND=false.`,
    );
    expect(whyNotServable({ ...playground, slack: null })).toBe(
      `${begins} Set HOST=127.0.0.1, or set up a chat platform first (no platform is configured, so the playground is on).`,
    );
  });

  test('this machine has three names', () => {
    expect(['127.0.0.1', 'LocalHost', '::1', '', '0.0.0.0', '::', '127.0.0.2'].map(isLoopback)).toEqual([
      ...[true, true, true],
      ...[false, false, false, false],
    ]);
  });
});
