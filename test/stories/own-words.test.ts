import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Running, runCommand, runMain, startProgram } from '../support/program.ts';
import { textOf } from '../support/slack/read.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import { textOf as teamsTextOf } from '../support/teams/read.ts';
import { startTeams } from '../support/teams/stand-in.ts';

const root = join(import.meta.dirname, '../..');

/** The program as a hospital has it, where it can edit what it says. */
let home: string;
let environment: Record<string, string>;
const running: Running[] = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'buddy-own-words-'));
  for (const part of ['src', 'adapters', 'migrations', 'prompts', 'package.json'])
    cpSync(join(root, part), join(home, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
  environment = { DATABASE_URL: `sqlite:${join(home, 'buddy.db')}` };
});
afterEach(async () => {
  for (const program of running.splice(0)) {
    program.signal('SIGKILL');
    await program.exited;
  }
  rmSync(home, { recursive: true, force: true });
});

function write(language: 'en' | 'es', ...lines: string[]): void {
  writeFileSync(join(home, `prompts/words/${language}.yml`), `${lines.join('\n')}\n`);
}

async function start(more: Record<string, string>): Promise<Running> {
  const program = await startProgram({ ...environment, ...more }, { home });
  running.push(program);
  return program;
}

const buddy = 'Here at Mercy you have no buddy yet. Room 4 has coffee.';

describe("what a hospital says in its own words, without touching code, is what's read", () => {
  test('on Slack, each in their language, and on the playground', async () => {
    write('en', `checkins.noBuddy: ${buddy}`, 'invitations.refusals.yourself: "You, again? Try {pair}"');
    write('es', 'checkins.noBuddy: En Mercy todavía no tienes buddy.');
    const slack = await startSlack();
    try {
      const program = await start({ ...slack.env(), PLAYGROUND: 'true' });
      slack.connectTo(program.url);
      const ana = slack.person('UANA', { name: 'Ana Silva' });
      const rosa = slack.person('UROSA', { name: 'Rosa Vega', locale: 'es-ES' });
      expect(textOf((await ana.command('/buddy', 'status')).shown)).toContain(buddy);
      expect(textOf((await ana.command('/buddy', ana.mention)).shown)).toContain(
        'You, again? Try /buddy @colleague',
      );
      expect(textOf((await rosa.command('/buddy', 'status')).shown)).toContain('En Mercy todavía');

      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ person: 'ana', text: '/buddy status' });
      await fetch(`${program.url}/playground/say`, { method: 'POST', headers, body });
      expect(await (await fetch(`${program.url}/playground/state?person=ana`)).text()).toContain(buddy);
    } finally {
      await slack.stop();
    }
    expect(slack.complaints).toEqual([]);
  });

  test('in Teams', async () => {
    write('en', `checkins.noBuddy: ${buddy}`);
    const teams = await startTeams({ authentication: false });
    try {
      const program = await start({ ...teams.env(), ...teams.rerouting() });
      teams.connectTo(program.url);
      const ana = teams.person('ana', { name: 'Ana Silva' });
      expect(teamsTextOf((await ana.says('status')).shown)).toContain(buddy);
    } finally {
      await teams.stop();
    }
  });
});

describe('what cannot be said', () => {
  const faults = [
    'prompts/words/en.yml, line 1: there is no sentence checkins.noBudy. Did you mean checkins.noBuddy?',
    'prompts/words/en.yml, line 2, checkins.noted: {buddy} is missing.',
  ].join('\n');

  test('is named by the command, by the check, and by the server, which does not start', async () => {
    write('en', 'checkins.noBudy: None yet.', 'checkins.noted: Noted.');
    for (const run of [
      () => runCommand(['words', 'check'], environment, { home }),
      () => runCommand(['check'], environment, { home }),
      () => runMain({ ...environment, PORT: '0' }, { home }),
    ])
      expect(await run()).toMatchObject({ code: 1, stderr: `${faults}\n` });
  });

  test('is what does not fit where it stands', async () => {
    write(
      'en',
      `nudges.later.evening: ${'late '.repeat(20)}`,
      'codes.joinTitle: Join with the code that you got',
    );
    const { code, stderr } = await runCommand(['words', 'check'], environment, { home });
    expect([code, stderr.trim().split('\n')]).toEqual([
      1,
      [
        'prompts/words/en.yml, line 1, nudges.later.evening: is on a button, where 60 characters fit; this has 99.',
        'prompts/words/en.yml, line 2, codes.joinTitle: is the title of a form, where 24 characters fit; this has 31.',
      ],
    ]);
  });
});

test('a hospital sees how many sentences are its own, and every sentence that it could say otherwise', async () => {
  expect(await runCommand(['words', 'check'], environment, { home })).toMatchObject({
    code: 0,
    stdout: 'prompts/words: no sentence in your own words. All good.\n',
  });
  write('en', `checkins.noBuddy: ${buddy}`, 'nudges.later.evening: Tonight');
  write('es', 'nudges.later.evening: Esta tarde');
  expect((await runCommand(['words', 'check'], environment, { home })).stdout).toBe(
    'prompts/words: 3 sentences in your own words (2 English, 1 Español). All good.\n',
  );

  const listed = await runCommand(['words', 'list'], environment, { home });
  expect(listed.stdout).toContain("\ncheckins.noBuddy: You don't have a buddy here yet.\n");
  // What is listed can be put in the file as it is.
  writeFileSync(join(home, 'prompts/words/en.yml'), listed.stdout);
  expect(await runCommand(['words', 'check'], environment, { home })).toMatchObject({ code: 0, stderr: '' });
});
