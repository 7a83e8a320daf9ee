import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readConfig, variableNames } from '../src/config/config.ts';

const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');

/** Every variable of the file, those that are commented out too. */
const lines = [...text.matchAll(/^(# )?([A-Z][A-Za-z0-9_]+)=(.*)$/gm)].map(
  ([, hash, name = '', value = '']) => ({
    isCommentedOut: hash !== undefined,
    name,
    value,
  }),
);

describe('.env.example', () => {
  test('names every variable that Buddy reads', () => {
    expect(variableNames.filter((name) => !lines.some((line) => line.name === name))).toEqual([]);
  });

  test('names no variable that Buddy does not read, and none twice', () => {
    const names = lines.map((line) => line.name);
    expect(names.filter((name) => !variableNames.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('the values that it shows are the ones that hold without it', () => {
    const shown = Object.fromEntries(lines.map(({ name, value }) => [name, value]));
    expect(readConfig(shown)).toEqual(readConfig({}));
  });

  test('what is not commented out is what has to be filled in', () => {
    const open = lines.filter((line) => !line.isCommentedOut);
    expect(open.map((line) => line.name)).toEqual([
      'SLACK_BOT_TOKEN',
      'SLACK_SIGNING_SECRET',
      'MicrosoftAppId',
      'MicrosoftAppPassword',
      'MicrosoftAppTenantId',
      'BUDDY_ADMINS',
    ]);
    expect(open.filter((line) => line.value !== '')).toEqual([]);
  });

  test('says in words what each variable is for', () => {
    const blocks = text.split(/\n\n+/).filter((block) => /^(# )?[A-Z][A-Za-z0-9_]+=/m.test(block));
    expect(blocks.filter((block) => !/^# [A-Z][a-z]/.test(block))).toEqual([]);
  });
});
