import { describe, expect, test } from '@jest/globals';
import { ConfigFault, readConfig, requireServable } from '../src/config/config.ts';

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
    expect(teams).toEqual({
      tenantId: tenant,
      credentials: {
        appId: bot.MicrosoftAppId,
        password: 'a secret',
        type: 'SingleTenant',
        tenantId: tenant,
      },
    });
  });

  test('is off where nothing of it is set', () => {
    expect(readConfig({}).teams).toBeNull();
  });

  test('a managed identity needs no secret', () => {
    const { MicrosoftAppPassword, ...rest } = bot;
    expect(MicrosoftAppPassword).toBeDefined();
    expect(readConfig({ ...rest, MicrosoftAppType: 'UserAssignedMSI' }).teams?.credentials).toMatchObject({
      password: null,
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
    const BUDDY_ADMINS = 'teams:AAAAAAAA-0000-0000-0000-0000000000FF,slack:U01ABC,teams:not-a-guid';
    const { admins } = readConfig({ BUDDY_ADMINS }).hospital;
    expect([...admins]).toEqual([
      'teams:aaaaaaaa-0000-0000-0000-0000000000ff',
      'slack:U01ABC',
      'teams:not-a-guid',
    ]);
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

  test('never beside the secret of a real bot', () => {
    expect(() => readConfig({ ...bot, TEAMS_LOCAL_NO_AUTH: 'true' })).toThrow('TEAMS_LOCAL_NO_AUTH');
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
