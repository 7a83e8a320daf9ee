import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { takeEnvFile } from '../src/config/env-file.ts';
import { installedForNobody } from './support/for-nobody.ts';
import { nobody, runCommand, runMain } from './support/program.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'buddy-env-'));
  path = join(folder, '.env');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const names = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'MicrosoftAppId', 'PORT'];

/** What Buddy finds in the environment after reading a file with this in it. */
function taken(text: string | Buffer, environment: Record<string, string> = {}): NodeJS.ProcessEnv {
  writeFileSync(path, text);
  const found = { ...environment } as NodeJS.ProcessEnv;
  takeEnvFile(path, found, names);
  return found;
}

describe('.env', () => {
  test('gives its settings, and what is set already wins', () => {
    const text =
      '# Slack\nexport SLACK_BOT_TOKEN="xoxb-1" # the token\n\nPORT = 3001\nOF_OTHERS=\'two\nlines\'\n';
    expect(taken(text, { PORT: '4000' })).toEqual({
      PORT: '4000',
      SLACK_BOT_TOKEN: 'xoxb-1',
      OF_OTHERS: 'two\nlines',
    });
  });

  test('may be missing, or empty', () => {
    const found = {} as NodeJS.ProcessEnv;
    takeEnvFile(path, found, names);
    expect(found).toEqual({});
    expect(taken('')).toEqual({});
  });

  test('means the same as a Windows editor saves it, with a byte-order mark and its line ends', () => {
    expect(taken('\uFEFFSLACK_BOT_TOKEN=xoxb-1\r\nPORT=3001\r\n')).toEqual({
      SLACK_BOT_TOKEN: 'xoxb-1',
      PORT: '3001',
    });
  });

  test.each([
    ['in UTF-16', Buffer.from('\uFEFFSLACK_BOT_TOKEN=xoxb-1\r\n', 'utf16le'), ': is in UTF-16'],
    ['in UTF-16 without a mark', Buffer.from('SLACK_BOT_TOKEN=xoxb-1\n', 'utf16le'), ': is in UTF-16'],
    ['in Windows-1252', Buffer.from('PORT=1\n# caf\u00e9\n', 'latin1'), ', line 2: has a character'],
    ['with YAML in it', 'PORT=1\nSLACK_BOT_TOKEN: xoxb-1\n', ", line 2: isn't NAME=value"],
    ['for PowerShell', '$env:SLACK_BOT_TOKEN="xoxb-1"\n', ", line 1: isn't NAME=value"],
    ['for cmd.exe', 'set SLACK_BOT_TOKEN=xoxb-1\n', ", line 1: isn't NAME=value"],
    [
      'with a name in other letters',
      'slack_bot_token=xoxb-1\n',
      ': slack_bot_token must be written SLACK_BOT_TOKEN',
    ],
    ['with what Node has read by then', 'NODE_OPTIONS=--inspect\n', ': NODE_OPTIONS comes too late'],
  ])('%s is refused, with its name and place and nothing that is in it', (_, text, place) => {
    const reading = () => taken(text);
    expect(reading).toThrow(`${path}${place}`);
    expect(reading).not.toThrow('xoxb-1');
  });

  test('that is a folder, or leads nowhere, is not taken for none', () => {
    mkdirSync(path);
    expect(() => takeEnvFile(path, {} as NodeJS.ProcessEnv, names)).toThrow(
      'cannot be read (EISDIR), since it is a folder',
    );
    rmSync(path, { recursive: true });
    symlinkSync('nowhere', path);
    expect(() => takeEnvFile(path, {} as NodeJS.ProcessEnv, names)).toThrow('since it is a link to nothing');
  });
});

describe('the program', () => {
  test('reads .env where it is started, the command line too', async () => {
    writeFileSync(path, 'PORT=many\n');
    for (const run of [runMain({}, { cwd: folder }), runCommand(['check'], {}, { cwd: folder })])
      expect(await run).toEqual({
        code: 1,
        stdout: '',
        stderr: 'PORT must be a port number, such as 3000.\n',
      });
  });

  test('does not start where it may not read .env, which might name a hospital, and opens no playground', async () => {
    if (nobody.uid === undefined)
      return process.stdout.write('skipped: a file of root, which takes root to make\n');
    writeFileSync(path, 'SLACK_BOT_TOKEN=xoxb-1\n', { mode: 0o600 });
    chmodSync(folder, 0o755);
    const { folder: home, remove } = installedForNobody();
    const refused = await runMain(
      { PORT: '0', DATABASE_URL: `sqlite:${folder}/buddy.db` },
      { ...nobody, cwd: folder, home },
    );
    remove();
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toBe(
      ".env: cannot be read (EACCES), since its owner or mode keeps out the user who runs Buddy. Buddy doesn't start without the settings in it: make it readable, or take it away.\n",
    );
  });

  test('says nothing of a file that is not there', async () => {
    const { stderr } = await runCommand(
      ['migrate'],
      { DATABASE_URL: `sqlite:${folder}/buddy.db` },
      { cwd: folder },
    );
    expect(stderr).toBe('');
  });
});
