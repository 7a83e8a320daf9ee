import { chmodSync, rmSync } from 'node:fs';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Config, readConfig } from '../src/config/config.ts';
import { followSecrets } from '../src/program/follow-secrets.ts';
import { Secret } from '../src/system/secret.ts';
import { recordedLog } from './contract/recorded-log.ts';
import { SecretFiles } from './support/secret-files.ts';

let files: SecretFiles;
beforeEach(() => {
  files = new SecretFiles();
});
afterEach(() => files.remove());

const [one, two] = ['MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'C2FVsBQIhrscChlQIMV+b5sSYspob7oD'];
const place = 'db.hospital.example/buddy?sslmode=verify-full';

const held: readonly (readonly [string, string, string, (config: Config) => unknown])[] = [
  ['SLACK_BOT_TOKEN', 'xoxb-SECRET-1', 'xoxb-SECRET-2', ({ slack }) => slack?.botToken.value],
  ['SLACK_SIGNING_SECRET', 'SECRET-1', 'SECRET-2', ({ slack }) => slack?.signingSecret?.value],
  ['SLACK_APP_TOKEN', 'xapp-SECRET-1', 'xapp-SECRET-2', ({ slack }) => slack?.appToken?.value],
  [
    'MicrosoftAppPassword',
    'SECRET-1',
    'SECRET-2',
    ({ teams }) => (teams?.credentials?.proof.by === 'secret' ? teams.credentials.proof.secret.value : null),
  ],
  ['BUDDY_REFERRALS_SECRET', one, `${one},${two}`, (config) => config.referralsSecrets?.value.join()],
  [
    'DATABASE_URL',
    `postgres://buddy:SECRET%231@${place}`,
    `postgres://buddy:SECRET%232@${place}`,
    ({ databasePassword }) => databasePassword?.value,
  ],
];

function started() {
  const secrets = Object.fromEntries(held.map(([name, text]) => [name, text]));
  const config = readConfig({
    ...{ MicrosoftAppId: 'app-id', MicrosoftAppTenantId: 'tenant' },
    ...files.holding(secrets),
    NODE_ENV: 'production',
  });
  const log = recordedLog();
  return { config, log, readAgain: followSecrets(config.secrets, log) };
}

const named = (log: { lines: readonly string[] }, name: string) =>
  log.lines.filter((line) => line.includes(name)).map((line) => JSON.parse(line));

describe.each(held)('%s in a file', (name, text, other, valueIn) => {
  const told = (value: string) =>
    name === 'DATABASE_URL' ? value.replace(/.*(SECRET)%23(\d).*/, '$1#$2') : value;

  test('counts as soon as it is read again', () => {
    const { config, log, readAgain } = started();
    expect(valueIn(config)).toBe(told(text));
    files.put(name, `${other}\n`);
    expect(valueIn(config)).toBe(told(text));
    readAgain();
    expect(valueIn(config)).toBe(told(other));
    expect(named(log, name)).toEqual([
      { level: 'info', message: `${name}_FILE has another secret in it, which counts from now on` },
    ]);
    expect(log.lines.join('\n')).not.toMatch(/SECRET.?\d|MfKQ/);
  });

  test('stays as it is where the file is empty, missing, or has something else in it, each said once', () => {
    const { config, log, readAgain } = started();
    const put: [() => void, RegExp][] = [
      [() => files.put(name, ' \n'), /which is empty\. Buddy goes on with the one it has\.$/],
      [() => rmSync(files.path(name)), /: is missing\. Buddy goes on with the one it has\.$/],
      [() => files.put(name, '"SECRET-3"'), /has a quotation mark .* Buddy goes on with the one it has\.$/],
    ];
    for (const [spoil, words] of put) {
      const before = log.lines.length;
      spoil();
      readAgain();
      readAgain();
      expect(valueIn(config)).toBe(told(text));
      const said = log.lines.slice(before).map((line) => JSON.parse(line));
      expect(said.filter(({ level }) => level === 'error')).toEqual([
        { level: 'error', message: expect.stringMatching(words) },
      ]);
      expect(named(log, name).at(-1)).toMatchObject({ message: expect.stringContaining(name) });
    }
    files.put(name, text);
    readAgain();
    files.put(name, '');
    readAgain();
    expect(log.lines.filter((line) => line.includes('which is empty'))).toHaveLength(2);
    expect(log.lines.join('\n')).not.toMatch(/SECRET.?\d|MfKQ/);
  });
});

test.each([
  ['SLACK_BOT_TOKEN', 'xapp-SECRET-2', 'must be a bot token, which begins with xoxb-.'],
  ['SLACK_SIGNING_SECRET', 'xoxb-SECRET-2', 'is a token'],
  ['BUDDY_REFERRALS_SECRET', 'SECRET-2', 'must be a secret that openssl'],
  ['DATABASE_URL', `postgres://other:SECRET-2@${place}`, 'where more than the password has changed'],
  ['DATABASE_URL', `postgres://buddy:SECRET-2@other.${place}`, 'where more than the password has changed'],
  ['DATABASE_URL', 'sqlite:SECRET-2.db', 'where more than the password has changed'],
])('%s is held to the rules of the start: %s', (name, text, said) => {
  const { config, log, readAgain } = started();
  const before = held.map(([, , , valueIn]) => valueIn(config));
  files.put(name, text);
  readAgain();
  expect(held.map(([, , , valueIn]) => valueIn(config))).toEqual(before);
  expect(named(log, said)).toHaveLength(1);
  expect(log.lines.join('\n')).not.toContain('SECRET-2');
});

test('a file that is kept from the user who runs Buddy is named, with the code', () => {
  if (process.getuid?.() === 0) return;
  const { log, readAgain } = started();
  chmodSync(files.path('SLACK_APP_TOKEN'), 0o000);
  readAgain();
  expect(named(log, 'EACCES')).toHaveLength(1);
});

test('what stands in the environment stays, and so does a file of a database', () => {
  const inTheEnvironment = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' });
  expect(inTheEnvironment.secrets).toEqual([]);
  files.put('url', 'sqlite:elsewhere.db');
  const config = readConfig({ DATABASE_URL_FILE: files.path('url') });
  expect([config.databaseUrl, config.databasePassword, config.secrets]).toEqual([
    'sqlite:elsewhere.db',
    null,
    [],
  ]);
});

test('neither JSON nor a printed object shows what a secret is', () => {
  const secret = new Secret('hush-hush', { name: 'X', read: () => ({ ok: true, value: 'hush-hush' }) });
  expect(`${JSON.stringify({ secret })}${inspect(secret, { showHidden: true, depth: 9 })}`).not.toContain(
    'hush',
  );
});
