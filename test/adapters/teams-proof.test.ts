import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeProtectedHeader, importX509, jwtVerify, SignJWT } from 'jose';
import { checkTeams } from '../../adapters/teams/check.ts';
import { createTeamsAdapter } from '../../adapters/teams/index.ts';
import type { ChatAdapter } from '../../src/chat/adapter.ts';
import { asCard } from '../../src/chat/say.ts';
import { certificateEnd } from '../../src/cli/check-certificate.ts';
import { type Config, readConfig } from '../../src/config/config.ts';
import { type RecordedLog, recordedLog } from '../contract/recorded-log.ts';
import { Certificates, whyNoCertificates } from '../support/certificates.ts';
import { runCommand } from '../support/program.ts';
import { startTeams } from '../support/teams/stand-in.ts';
import type { Teams } from '../support/teams/teams.ts';
import { until } from './stage.ts';

const now = Date.now;

let teams: Teams;
let log: RecordedLog;
let files: Certificates;
const ends: (() => unknown)[] = [];

beforeEach(async () => {
  teams = await startTeams();
  teams.setPasswords();
  log = recordedLog();
  files = new Certificates();
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  await teams.stop();
  files.remove();
  expect(teams.complaints).toEqual([]);
  expect(log.lines.join('\n')).not.toContain('PRIVATE KEY');
});

function settings(more: Record<string, string>): Record<string, string> {
  return { ...teams.env(), MicrosoftAppPassword: '', ...more };
}

function adapterOn({ teams: configured }: Config): ChatAdapter {
  if (configured === null) throw new Error('Teams is not set up');
  const adapter = createTeamsAdapter({
    ...configured,
    takesIn: false,
    secretExpires: null,
    now,
    refused() {},
    log,
  });
  ends.push(() => adapter.stop());
  return adapter;
}

const send = (adapter: ChatAdapter) => {
  const person = {
    platform: 'teams',
    workspace: teams.identity.tenantId,
    id: teams.person('ana').id,
  } as const;
  return adapter.deliver({ person, address: null }, { card: asCard('Hello') }, { key: 'k' });
};
const asked = () => teams.callsOf('login.token').map(({ body }) => body);
const lastAssertion = () => String(asked().at(-1)?.client_assertion);

const why = whyNoCertificates();
if (why !== null) console.log(`skipped: a bot with a certificate, since ${why}.`);

(why === null ? describe : describe.skip)('a certificate', () => {
  const set = (name = 'bot') =>
    settings({
      MicrosoftAppCertificateFile: files.path(`${name}.crt`),
      MicrosoftAppCertificateKeyFile: files.path(`${name}.key`),
    });

  test('signs for the bot, for this tenant and ten minutes, and no secret goes out', async () => {
    const pem = files.make('bot');
    teams.signers.certificates.push(pem);
    const before = Math.floor(now() / 1000);
    expect(await send(adapterOn(readConfig(set())))).toMatchObject({ ok: true });
    const { appId, tenantId } = teams.identity;
    const { payload, protectedHeader } = await jwtVerify(lastAssertion(), await importX509(pem, 'PS256'), {
      algorithms: ['PS256'],
      audience: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`,
      issuer: appId,
      subject: appId,
      requiredClaims: ['exp', 'nbf', 'jti'],
      // MSAL rounds the second up.
      clockTolerance: 1,
    });
    const thumbprint = new X509Certificate(pem).fingerprint256.replaceAll(':', '');
    expect(protectedHeader['x5t#S256']).toBe(Buffer.from(thumbprint, 'hex').toString('base64url'));
    expect(payload.exp).toBeGreaterThan(before);
    expect(Number(payload.exp)).toBeLessThanOrEqual(before + 660);
    expect(asked()).toEqual([expect.not.objectContaining({ client_secret: expect.anything() })]);
    expect(JSON.stringify(asked())).not.toContain('PRIVATE KEY');
  });

  test('and its key may stand in one file, and those that signed it behind it', async () => {
    teams.signers.certificates.push(files.make('bot'));
    files.make('authority');
    appendFileSync(files.path('bot.crt'), files.text('authority.crt') + files.text('bot.key'));
    const config = readConfig(settings({ MicrosoftAppCertificateFile: files.path('bot.crt') }));
    expect(await send(adapterOn(config))).toMatchObject({ ok: true });
  });

  test('that Entra does not know is named, with the code', async () => {
    files.make('bot');
    const config = readConfig(set());
    const adapter = adapterOn(config);
    expect(await send(adapter)).toEqual({ ok: false, why: 'temporary', code: 'AADSTS700027' });
    const said = 'Microsoft refuses MicrosoftAppCertificateFile (AADSTS700027)';
    expect(adapter.trouble()).toContain(said);
    const credentials = config.teams?.credentials ?? null;
    expect(await checkTeams({ credentials, now })).toEqual([expect.stringContaining(said)]);
  });

  test('is read again when Microsoft refuses the old one, or at a signal; until both files fit it stays', async () => {
    files.make('bot');
    const next = files.make('next');
    teams.signers.certificates.push(next);
    const config = readConfig(set());
    const adapter = adapterOn(config);
    const failed: string[] = [];
    expect(config.secrets.map(({ name }) => name)).toEqual(['MicrosoftAppCertificateFile']);
    config.secrets[0]?.hear({ failed: (words) => failed.push(words) });
    writeFileSync(files.path('bot.key'), files.text('next.key'));
    for (const secret of config.secrets) secret.look();
    expect(failed).toEqual([
      expect.stringMatching(/not the one of the certificate\. Buddy goes on with the one it has\.$/),
    ]);
    files.replace('bot', 'next');
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await send(adapter)).toMatchObject({ ok: true });
    expect(asked()).toHaveLength(2);
    expect(decodeProtectedHeader(lastAssertion())['x5t#S256']).not.toBe(
      decodeProtectedHeader(String(asked()[0]?.client_assertion))['x5t#S256'],
    );
  });

  test('check says on which day it ends, and warns when that is near', async () => {
    for (const [name, days] of [
      ['bot', 300],
      ['late', 12],
    ] as const) {
      teams.signers.certificates.push(files.make(name, { days }));
      const database = { DATABASE_URL: `sqlite:${files.path('buddy.db')}` };
      const environment = { ...set(name), ...database, ...teams.rerouting() };
      const day = new Date(now() + days * 86_400_000).toISOString().slice(0, 10);
      const { code, stdout, stderr } = await runCommand(['check'], environment);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toContain(
        `Teams: Microsoft accepts the credentials. The certificate is good until ${day}.`,
      );
      expect(stdout.includes('Note: MicrosoftAppCertificateFile ends in 1')).toBe(name === 'late');
    }
    const proof = readConfig(set()).teams?.credentials?.proof;
    expect(certificateEnd(proof, now() + 400 * 86_400_000)?.fault).toMatch(
      /^MicrosoftAppCertificateFile ended on /,
    );
    expect(certificateEnd({ by: 'machine' }, now())).toBeNull();
  }, 60_000);
});

describe('a federated credential', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const issuer = 'https://cluster.hospital.example';
  const subject = 'system:serviceaccount:wards:buddy';
  const set = () => settings({ AZURE_FEDERATED_TOKEN_FILE: files.path('token') });

  async function put(about: { id: string; subject?: string; endsIn?: string }): Promise<string> {
    const token = await new SignJWT({ jti: about.id })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(issuer)
      .setSubject(about.subject ?? subject)
      .setAudience('api://AzureADTokenExchange')
      .setIssuedAt()
      .setExpirationTime(about.endsIn ?? '1h')
      .sign(privateKey);
    writeFileSync(files.path('token'), `${token}\n`);
    return token;
  }
  beforeEach(() => {
    teams.signers.federated = { issuer, subject, key: publicKey };
  });

  test('is read again for each token', async () => {
    const first = await put({ id: 'one' });
    const config = readConfig(set());
    const adapter = adapterOn(config);
    expect(await send(adapter)).toMatchObject({ ok: true });
    expect(lastAssertion()).toBe(first);
    const second = await put({ id: 'two' });
    teams.fault('post', { kind: 'refusal', status: 401, code: 'Unauthorized' });
    await send(adapter);
    await until(() => asked().length === 2);
    expect(lastAssertion()).toBe(second);
    expect(await send(adapter)).toMatchObject({ ok: true });
    expect(asked().every((body) => body.client_secret === undefined)).toBe(true);
    expect(log.lines.join('\n')).not.toContain(second);
  });

  test.each([
    ['another subject', { id: 'x', subject: 'system:serviceaccount:wards:other' }, 'AADSTS700213'],
    ['an old token', { id: 'x', endsIn: '-1m' }, 'AADSTS700024'],
  ])('%s is named, with the code', async (_, about, code) => {
    await put(about);
    const adapter = adapterOn(readConfig(set()));
    expect(await send(adapter)).toEqual({ ok: false, why: 'temporary', code });
    expect(adapter.trouble()).toContain(`Microsoft refuses AZURE_FEDERATED_TOKEN_FILE (${code})`);
  });

  test('a file that goes away is named, and all is well when it is back', async () => {
    await put({ id: 'one' });
    const adapter = adapterOn(readConfig(set()));
    rmSync(files.path('token'));
    expect(await send(adapter)).toMatchObject({ ok: false, code: 'federated_token_unreadable' });
    expect(adapter.trouble()).toContain('AZURE_FEDERATED_TOKEN_FILE names a file that is missing');
    await put({ id: 'two' });
    expect(await send(adapter)).toMatchObject({ ok: true });
  });
});
