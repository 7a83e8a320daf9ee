import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase } from '../../src/db/open.ts';
import { saveHospitalSettings } from '../../src/features/program/hospital-store.ts';
import { runCommand } from '../support/program.ts';
import { startSlack } from '../support/slack/stand-in.ts';

let slack: Awaited<ReturnType<typeof startSlack>>;
let folder: string;
let environment: Record<string, string>;
beforeAll(async () => {
  slack = await startSlack();
  folder = mkdtempSync(join(tmpdir(), 'buddy-check-'));
  environment = { ...slack.env(), DATABASE_URL: `sqlite:${folder}/buddy.db` };
  await runCommand(['migrate'], environment);
});
afterAll(async () => {
  await slack.stop();
  rmSync(folder, { recursive: true, force: true });
});

const check = (more: Record<string, string> = {}) => runCommand(['check'], { ...environment, ...more });

test.each<[string, Record<string, string>, string]>([
  ['a playground that others can reach', { PLAYGROUND: 'true', HOST: '0.0.0.0' }, 'HOST is 0.0.0.0'],
  ['no tokens at a door that others can reach', { TEAMS_LOCAL_NO_AUTH: '1', HOST: '0.0.0.0' }, 'HOST is'],
  ['an address that this machine does not have', { HOST: '203.0.113.7' }, 'HOST is not an address'],
  ['a tenant by its domain', { MicrosoftAppTenantId: 'hospital.example' }, 'MicrosoftAppTenantId must be'],
  ['a token for a secret', { SLACK_SIGNING_SECRET: 'xoxb-1' }, 'SLACK_SIGNING_SECRET is a token'],
  ['a zone without daylight saving', { BUDDY_TIME_ZONE: 'EST' }, 'BUDDY_TIME_ZONE has no daylight saving'],
  ['an audit log that is a folder', { AUDIT_LOG: tmpdir() }, 'is a folder. Name a file in it.'],
  ['an audit log in no folder', { AUDIT_LOG: '/nowhere/a.jsonl' }, "/nowhere can't be written (ENOENT)"],
  [
    'a date of a secret that is no date',
    { MicrosoftAppPassword: 'x', TEAMS_SECRET_EXPIRES: 'March 1' },
    'TEAMS_SECRET_EXPIRES must be the day on which MicrosoftAppPassword expires, written like 2027-03-01.',
  ],
  ['a date of no secret', { TEAMS_SECRET_EXPIRES: '2027-03-01' }, 'MicrosoftAppPassword, which is not set'],
  ['a name that nobody reads', { BUDDY_ADMIN: 'slack:U01ABC' }, 'Did you mean BUDDY_ADMINS?'],
])('check refuses what the server would: %s', async (_, more, said) => {
  expect(await check(more)).toMatchObject({ code: 1, stderr: expect.stringContaining(said) });
});

test('check refuses a database of a newer version', async () => {
  const url = `sqlite:${folder}/newer.db`;
  await runCommand(['migrate'], { DATABASE_URL: url });
  const db = openDatabase(url);
  await sql`insert into kysely_migration (name, timestamp) values ('29991231T0000_later', '')`.execute(db);
  await db.destroy();
  expect(await check({ DATABASE_URL: url })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('newer'),
  });
});

test('check says for what it could not look, and which administrators it has no platform for', async () => {
  const silent = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, team_id: 'T1', user_id: 'U1', bot_id: 'B1' }));
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  const BUDDY_ADMINS = 'slack:U01ABC,teams:00000000-0000-0000-0000-000000000000';
  const checked = await check({ SLACK_API_URL: `http://127.0.0.1:${port}/api/`, BUDDY_ADMINS });
  silent.close();
  expect(checked).toMatchObject({ code: 0, stderr: '' });
  expect(checked.stdout).toContain("didn't say which scopes");
  expect(checked.stdout).not.toContain('every scope is there');
  expect(checked.stdout).toContain('names teams:00000000-0000-0000-0000-000000000000, of a platform');
});

test('check changes nothing: where there is no database yet, there is none after it', async () => {
  const checked = await check({ DATABASE_URL: `sqlite:${folder}/deep/down/buddy.db` });
  expect(checked).toMatchObject({ code: 0, stdout: expect.stringContaining('is made at the first start') });
  expect(await check({ DATABASE_URL: `sqlite:${folder}/deep/down/buddy.db` })).toEqual(checked);
});

test('check says of each setting what holds, and where it comes from', async () => {
  const url = `sqlite:${folder}/set.db`;
  await runCommand(['migrate'], { DATABASE_URL: url });
  const db = openDatabase(url);
  await saveHospitalSettings(db, { smallestGroup: 20, guestsWelcome: false });
  await db.destroy();
  const set = { DATABASE_URL: url, BUDDY_NUDGE_TIME: '8:30', BUDDY_SMALLEST_GROUP: '15' };
  const { stdout } = await check(set);
  expect(stdout.split('\n').filter((line) => line.startsWith('  BUDDY_'))).toEqual([
    '  BUDDY_TIME_ZONE: UTC, the default.',
    '  BUDDY_NUDGE_TIME: 08:30, from the environment.',
    '  BUDDY_MAX_BUDDIES: 3, the default.',
    '  BUDDY_GUESTS: refuse, set from chat.',
    '  BUDDY_SMALLEST_GROUP: 20, set from chat, so what the environment says does not count.',
    '  BUDDY_LANGUAGE: en, the default.',
  ]);
});
