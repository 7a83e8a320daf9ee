import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { checkTeams } from '../../adapters/teams/check.ts';
import { Cloud } from '../../adapters/teams/cloud.ts';
import type { Credentials } from '../../adapters/teams/credentials.ts';
import { createTeamsAdapter } from '../../adapters/teams/index.ts';
import { TokenWatch } from '../../adapters/teams/token-watch.ts';
import type { ChatAdapter } from '../../src/chat/adapter.ts';
import { asCard } from '../../src/chat/say.ts';
import { Secret } from '../../src/system/secret.ts';
import { type RecordedLog, recordedLog } from '../contract/recorded-log.ts';
import { startTeams } from '../support/teams/stand-in.ts';
import type { Teams } from '../support/teams/teams.ts';
import { forgeries } from '../support/teams/tokens.ts';
import { until } from './stage.ts';

const now = Date.now;

let teams: Teams;
let log: RecordedLog;
let password: string;
const ends: (() => unknown)[] = [];

beforeEach(async () => {
  teams = await startTeams();
  log = recordedLog();
  password = teams.env().MicrosoftAppPassword ?? '';
});

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await teams.stop();
});

const bySecret = (text: string): Credentials['proof'] => ({ by: 'secret', secret: new Secret(text) });

const credentials = (wrong: Partial<Credentials> = {}): Credentials => {
  const { appId, tenantId } = teams.identity;
  return { appId, proof: bySecret(password), type: 'SingleTenant', tenantId, ...wrong };
};

function watch(wrong: Partial<Credentials> = {}): TokenWatch {
  const cloud = new Cloud(credentials(wrong), now);
  const watching = new TokenWatch({ cloud, credentials: credentials(wrong), now, log }, 20);
  ends.push(
    () => watching.stop(),
    () => cloud.close(),
  );
  watching.start();
  return watching;
}

async function adapterOn(wrong: Partial<Credentials> = {}): Promise<ChatAdapter> {
  const parts = {
    tenantId: teams.identity.tenantId,
    secretExpires: null,
    takesIn: false,
    now,
    refused() {},
    log,
  };
  const adapter = createTeamsAdapter({ credentials: credentials(wrong), ...parts });
  ends.push(() => adapter.stop());
  return adapter;
}

const send = (adapter: ChatAdapter, who = 'ana') => {
  const person = { platform: 'teams', workspace: teams.identity.tenantId, id: teams.person(who).id } as const;
  return adapter.deliver({ person, address: null }, { card: asCard('Hello') }, { key: 'k' });
};
const tokens = () => teams.callsOf('login.token').length;

describe('whether deliveries can be made', () => {
  test('is known once Microsoft has given the bot a token', async () => {
    const watching = watch();
    expect(watching.trouble()).toBe('Microsoft has not given the bot a token yet.');
    await until(() => watching.trouble() === null);
    expect(tokens()).toBe(1);
  });

  test.each<[string, () => Partial<Credentials>, string, string]>([
    [
      'a wrong secret',
      () => ({ proof: bySecret('hunter2-hunter2') }),
      'MicrosoftAppPassword',
      'AADSTS7000215',
    ],
    [
      'a wrong app',
      () => ({ appId: '0e1d0000-0000-4000-8000-00000000c11c' }),
      'MicrosoftAppId',
      'AADSTS700016',
    ],
    [
      'a wrong tenant',
      () => ({ tenantId: '0e1d0000-0000-4000-8000-00000000c11d' }),
      'MicrosoftAppTenantId',
      'AADSTS90002',
    ],
  ])('%s is named by its variable and the code, and never shown', async (_, wrong, variable, code) => {
    const watching = watch(wrong());
    await until(() => watching.trouble()?.includes(code) === true);
    expect(watching.trouble()).toContain(`refuses ${variable} (${code})`);
    const faults = await checkTeams({ credentials: credentials(wrong()), now });
    expect(faults).toEqual([watching.trouble()]);
    expect(log.lines.join('\n')).toContain(code);
    expect(JSON.stringify([log.lines, faults])).not.toMatch(/hunter2|a-client-secret/);
  });

  test('returns by itself with Microsoft, and is said once', async () => {
    teams.fault('login.token', { kind: 'server-error', status: 503, times: 3 });
    const watching = watch();
    await until(() => watching.trouble()?.includes('http_503') === true);
    expect(watching.trouble()).toContain('login.microsoftonline.com must be reachable');
    await until(() => watching.trouble() === null);
    expect(tokens()).toBe(4);
    expect(log.lines.filter((line) => line.includes('"level":"error"'))).toHaveLength(1);
  });

  test('ends when a delivery finds the secret expired', async () => {
    const adapter = await adapterOn({ proof: bySecret('expired-long-ago') });
    expect(await send(adapter)).toEqual({ ok: false, why: 'temporary', code: 'AADSTS7000215' });
    expect(adapter.trouble()).toContain('MicrosoftAppPassword (AADSTS7000215)');
    expect(teams.calls.every(({ method }) => method === 'login.token')).toBe(true);
  });
});

describe('a token that the connector refuses', () => {
  test('is replaced at once', async () => {
    const adapter = await adapterOn();
    expect(await send(adapter)).toMatchObject({ ok: true });
    teams.fault('post', { kind: 'refusal', status: 401, code: 'Unauthorized' });
    expect(await send(adapter)).toEqual({ ok: false, why: 'temporary', code: 'Unauthorized' });
    await until(() => tokens() === 2);
    expect(await send(adapter)).toMatchObject({ ok: true });
    expect(adapter.trouble()).toBeNull();
  });

  test('again and again is something for an operator', async () => {
    const adapter = await adapterOn();
    teams.fault('*', { kind: 'refusal', status: 401, code: 'BotNotRegistered', times: Infinity });
    await send(adapter);
    await until(() => tokens() === 2 && adapter.trouble() === null);
    await send(adapter);
    expect(adapter.trouble()).toContain("Microsoft's connector refuses the bot (BotNotRegistered)");
    expect(adapter.trouble()).toContain('MicrosoftAppId');
  });
});

test('all who write at once share one token', async () => {
  const adapter = await adapterOn();
  teams.latencyMs = 20;
  const sent = await Promise.all(['ana', 'rosa', 'kim', 'lou', 'max'].map((who) => send(adapter, who)));
  expect(sent.every(({ ok }) => ok)).toBe(true);
  expect(tokens()).toBe(1);
});

test('a token that comes too late is not used for what was given up', async () => {
  teams.fault('login.token', { kind: 'slow', ms: 600 });
  const cloud = new Cloud(credentials(), now);
  ends.push(() => cloud.close());
  const { tenantId: tenant } = teams.identity;
  const at = { serviceUrl: teams.serviceUrl, tenant, person: teams.person('ana').id };
  await expect(cloud.within(300, () => cloud.createConversation(at))).rejects.toMatchObject({
    code: 'timeout',
  });
  await until(() => teams.callsOf('login.token')[0]?.answered === true);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(teams.callsOf('createConversation')).toEqual([]);
  expect(await cloud.createConversation(at)).toBe(teams.person('ana').conversation);
  expect(tokens()).toBe(1);
});

test('a login that hangs is let go of when the adapter is closed', async () => {
  teams.fault('login.token', { kind: 'hang' });
  const cloud = new Cloud(credentials(), now);
  const asked = cloud.token('fresh');
  await until(() => tokens() === 1);
  cloud.close();
  await expect(asked).rejects.toMatchObject({ code: 'timeout' });
});

describe('the check', () => {
  test('finds nothing to say where all is well, or where nobody is asked who they are', async () => {
    expect(await checkTeams({ credentials: credentials(), now })).toEqual([]);
    const asked = teams.calls.length;
    expect(await checkTeams({ credentials: null, now })).toEqual([]);
    expect(teams.calls).toHaveLength(asked);
  });
});

test('forged tokens leave standard error empty, and the log without a word of them', async () => {
  const { appId } = teams.identity;
  const cloud = new Cloud(credentials(), now);
  ends.push(() => cloud.close());
  const activity = { type: 'message', channelId: 'msteams', serviceUrl: teams.serviceUrl };
  const authenticated = async (token: string) => cloud.authenticate(activity, await cloud.claims(token));
  const said: unknown[] = [];
  const { error, warn, log: print } = console;
  const keep = (...words: unknown[]) => void said.push(words);
  Object.assign(console, { error: keep, warn: keep, log: keep });
  try {
    for (const [what, headers] of Object.entries(forgeries({ appId, serviceUrl: teams.serviceUrl }))) {
      const refused = await authenticated(headers.authorization ?? '').then(
        () => `let in: ${what}`,
        (failure: { name: string; code: string }) => `${failure.name} ${failure.code}`,
      );
      expect([what, refused]).toEqual([what, expect.stringMatching(/^NotAuthentic \w+$/)]);
      // Whatever the SDK itself would refuse was refused before.
      expect(refused).not.toContain('refused_by_sdk');
    }
  } finally {
    Object.assign(console, { error, warn, log: print });
  }
  expect(said).toEqual([]);
  const authentic = await authenticated(teams.headers().authorization ?? '');
  expect(authentic.result.claimsIdentity.isAuthenticated).toBe(true);
});
