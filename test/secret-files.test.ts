import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../src/config/config.ts';
import { ConfigFault } from '../src/config/config-fault.ts';

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' };

describe('a secret in a file of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'buddy-secrets-'));
  const written = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is read from there, with the end of the line that editors add', () => {
    const config = readConfig({
      SLACK_BOT_TOKEN_FILE: written('bot', 'xoxb-1\n'),
      SLACK_SIGNING_SECRET_FILE: written('signing', 'secret\r\n'),
      DATABASE_URL_FILE: written('database', 'sqlite:elsewhere.db'),
      NODE_ENV: 'production',
    });
    expect([config.slack?.botToken.value, config.slack?.signingSecret?.value]).toEqual(['xoxb-1', 'secret']);
    expect(config.databaseUrl).toBe('sqlite:elsewhere.db');
  });

  test.each<[string, Record<string, string>, string]>([
    ['is missing', { SLACK_BOT_TOKEN_FILE: '/nowhere' }, 'SLACK_BOT_TOKEN_FILE names /nowhere: is missing.'],
    [
      'is set twice',
      { ...slack, SLACK_BOT_TOKEN_FILE: '/nowhere' },
      'SLACK_BOT_TOKEN and SLACK_BOT_TOKEN_FILE are both set. Keep one of them.',
    ],
  ])('that %s is named, once', (_, environment, said) => {
    expect(() => readConfig(environment)).toThrow(new ConfigFault(said));
  });

  test('that is empty is not taken for none', () => {
    const path = written('empty', ' \n');
    expect(() => readConfig({ MicrosoftAppPassword_FILE: path })).toThrow(
      new ConfigFault(`MicrosoftAppPassword_FILE names ${path}, which is empty.`),
    );
  });
});
