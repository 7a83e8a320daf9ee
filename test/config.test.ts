import { describe, expect, test } from '@jest/globals';
import { readConfig, requireServable } from '../src/config/config.ts';
import { ConfigFault } from '../src/config/config-fault.ts';

const tenant = '11111111-2222-3333-4444-555555555555';
const bot = {
  MicrosoftAppId: 'AAAAAAAA-0000-0000-0000-00000000000A',
  MicrosoftAppPassword: 'a secret',
  MicrosoftAppTenantId: tenant,
};

describe('Microsoft Teams', () => {
  test('is on with an app id, a secret and the tenant, as a single tenant bot; then there is no playground', () => {
    const { teams, playground } = readConfig(bot);
    expect(playground).toBe(false);
    const { proof, ...credentials } = teams?.credentials ?? {};
    expect(credentials).toEqual({ appId: bot.MicrosoftAppId, type: 'SingleTenant', tenantId: tenant });
    expect(proof?.by === 'secret' && proof.secret.value).toBe('a secret');
    expect(teams?.tenantId).toBe(tenant);
  });

  test('is off where nothing of it is set', () => {
    expect(readConfig({}).teams).toBeNull();
  });

  test('a managed identity needs no secret', () => {
    const { MicrosoftAppPassword, ...rest } = bot;
    expect(MicrosoftAppPassword).toBeDefined();
    expect(readConfig({ ...rest, MicrosoftAppType: 'UserAssignedMSI' }).teams?.credentials).toMatchObject({
      proof: { by: 'machine' },
    });
  });

  test.each(['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId'])(
    'half of it is refused, and the missing %s is named',
    (name) => {
      expect(() => readConfig({ ...bot, [name]: ' ' })).toThrow(`${name} is missing`);
    },
  );

  test('every fault is named at once, and no secret', () => {
    const faulty = { ...bot, MicrosoftAppType: 'Tenantless', MicrosoftAppTenantId: '', PORT: 'x' };
    const message = messageOf(() => readConfig(faulty));
    for (const name of ['MicrosoftAppType', 'MicrosoftAppTenantId', 'PORT']) expect(message).toContain(name);
    expect(message).not.toContain('a secret');
  });

  test('administrators are known however their object id is written', () => {
    const BUDDY_ADMINS = 'teams:AAAAAAAA-0000-0000-0000-0000000000FF,slack:U01ABC';
    const { admins } = readConfig({ BUDDY_ADMINS }).hospital;
    expect([...admins]).toEqual(['teams:aaaaaaaa-0000-0000-0000-0000000000ff', 'slack:U01ABC']);
  });
});

describe('Teams without authentication', () => {
  test.each(['true', 'TRUE', '1'])('is on for %s, with the tenant that is named', (on) => {
    expect(readConfig({ TEAMS_LOCAL_NO_AUTH: on, MicrosoftAppTenantId: tenant }).teams).toEqual({
      credentials: null,
      tenantId: tenant,
    });
  });

  test('is off for false, and what is neither is refused', () => {
    expect(readConfig({ TEAMS_LOCAL_NO_AUTH: 'false' }).teams).toBeNull();
    expect(() => readConfig({ TEAMS_LOCAL_NO_AUTH: 'yes please' })).toThrow('TEAMS_LOCAL_NO_AUTH');
  });

  test.each(['0.0.0.0', '10.0.0.7', '::', 'buddy.hospital.example'])('never on HOST %s', (HOST) => {
    const config = readConfig({ TEAMS_LOCAL_NO_AUTH: 'true', PLAYGROUND: 'false', HOST });
    expect(messageOf(() => requireServable(config))).toContain('TEAMS_LOCAL_NO_AUTH');
  });

  test.each(['127.0.0.1', 'localhost', '::1'])('possible on HOST %s', (HOST) => {
    const config = readConfig({ TEAMS_LOCAL_NO_AUTH: 'true', HOST });
    expect(() => requireServable(config)).not.toThrow();
  });

  test.each([
    { MicrosoftAppPassword: 'a secret' },
    { MicrosoftAppId: bot.MicrosoftAppId, MicrosoftAppTenantId: tenant, MicrosoftAppType: 'UserAssignedMSI' },
    { MicrosoftAppType: 'UserAssignedMSI' },
    { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' },
    { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'https://slack.com/api/' },
  ])('never beside what belongs to a real platform, which is named: %j', (real) => {
    const [name = ''] = Object.keys(real);
    expect(messageOf(() => readConfig({ ...real, TEAMS_LOCAL_NO_AUTH: 'true' }))).toMatch(
      new RegExp(`^TEAMS_LOCAL_NO_AUTH lets everyone in, and .*${name}`),
    );
  });

  test('beside a Slack that is played on this machine', () => {
    const played = {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 's',
      SLACK_API_URL: 'http://127.0.0.1:1/api',
    };
    const { slack, teams } = readConfig({ ...played, TEAMS_LOCAL_NO_AUTH: 'true' });
    expect([slack?.botToken.value, teams?.credentials]).toEqual(['xoxb-1', null]);
  });

  test('keeps what it is told apart from everyone else', () => {
    expect(readConfig({ TEAMS_LOCAL_NO_AUTH: 'true' }).databaseUrl).toBe('sqlite:data/teams-local.db');
    expect(readConfig({ TEAMS_LOCAL_NO_AUTH: 'true', DATABASE_URL: 'sqlite:x.db' }).databaseUrl).toBe(
      'sqlite:x.db',
    );
    expect(readConfig({}).databaseUrl).toBe('sqlite:data/buddy.db');
  });
});

describe('Administrators', () => {
  test.each([
    'slack:anna.smith',
    'slack:u01abc',
    'slack:C01ABC',
    'teams:anna.smith',
    'teams:00000000-0000-0000-0000-0000000000020',
  ])('%s is no id, and is named instead of making nobody one', (admin) => {
    const message = messageOf(() => readConfig({ BUDDY_ADMINS: `slack:U01ABC,${admin}` }));
    expect(message.split('\n')).toEqual([expect.stringMatching(/^BUDDY_ADMINS has /)]);
    expect(message).toContain(`${admin}, which is no`);
  });

  test("Microsoft's local client makes up its ids", () => {
    const BUDDY_ADMINS = 'teams:00000000-0000-0000-0000-0000000000020';
    const { admins } = readConfig({ TEAMS_LOCAL_NO_AUTH: 'true', BUDDY_ADMINS }).hospital;
    expect([...admins]).toEqual([BUDDY_ADMINS]);
  });
});

describe('Values', () => {
  test.each([
    ['"0f"', 'a quotation mark'],
    ["'0f'", 'a quotation mark'],
    ['“0f”', 'a quotation mark'],
    ['"0f', 'a quotation mark'],
    ['0f # from Slack', 'a comment'],
    ['0f\u200b', 'an invisible character'],
    ['0f\nSLACK_APP_TOKEN=', 'a line break'],
  ])("are refused by the variable's name as a file leaves them: %j", (value, what) => {
    const message = messageOf(() => readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: value }));
    expect(message.split('\n')).toEqual([expect.stringMatching(/^SLACK_SIGNING_SECRET has /)]);
    expect(message).toContain(what);
    expect(message).not.toContain('0f');
  });

  test('one fault of a variable is said, not what follows from it', () => {
    expect(messageOf(() => readConfig({ PORT: '"3000"' })).split('\n')).toEqual([
      expect.stringMatching(/^PORT has a quotation mark/),
    ]);
  });
});

describe('METRICS_PORT', () => {
  test('is a port of its own, or none', () => {
    expect(readConfig({}).metricsPort).toBeNull();
    expect(readConfig({ METRICS_PORT: '9464' }).metricsPort).toBe(9464);
    for (const METRICS_PORT of ['3000', 'x', '-1', '65536', '1.5'])
      expect(messageOf(() => readConfig({ METRICS_PORT }))).toMatch(/^METRICS_PORT /);
  });
});

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigFault) return error.message;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
