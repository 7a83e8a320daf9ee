import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { everything } from '../features/privacy-stage.ts';
import { type House, openHouse } from '../support/hospital.ts';
import type { Person } from '../support/teams/person.ts';
import { textOf } from '../support/teams/read.ts';
import { startTeams } from '../support/teams/stand-in.ts';
import type { Teams } from '../support/teams/teams.ts';
import { forgeries, teamsHeaders } from '../support/teams/tokens.ts';
import type { Fields } from '../support/teams/types.ts';

/** The whole program with authentication on. What is tried here would make a code, and with it a member, if it got through. */
let teams: Teams;
let house: House;
let ana: Person;
/** An activity as Teams sends it. */
let genuine: Fields;
let before: string;
let callsBefore: number;

const other = '0badbad0-0000-4000-8000-000000000000';
const nowhere = { appId: other, serviceUrl: 'https://smba.trafficmanager.net/' };

beforeAll(async () => {
  teams = await startTeams();
  ana = teams.person('ana', { name: 'Ana Silva' });
  house = await openHouse([teams], { now: '2026-12-02T15:00:00Z' });
  await ana.says('status');
  genuine = { ...teams.lastRequest?.activity, text: 'invite' };
});
afterAll(async () => {
  await house.close();
  expect(teams.complaints).toEqual([]);
});
beforeEach(async () => {
  before = JSON.stringify(await everything(house.db));
  callsBefore = connectorCalls().length;
});

let count = 0;
/** Each activity is another one, lest one be refused for being known. */
function activity(change: Fields = {}): Fields {
  count += 1;
  return { ...genuine, id: `attempt-${count}`, ...change };
}

const connectorCalls = () => teams.calls.filter(({ method }) => !method.startsWith('login.'));
const bearer = () => ({ appId: teams.identity.appId, serviceUrl: teams.serviceUrl });

async function isRefused(sent: Fields | string, headers: Record<string, string>, statuses: number[]) {
  const body = typeof sent === 'string' ? sent : JSON.stringify(sent);
  const { status, text } = await teams.post(body, headers);
  expect(statuses).toContain(status);
  expect(text).toBe('');
  await house.settled();
  expect(JSON.stringify(await everything(house.db))).toBe(before);
  expect(connectorCalls()).toHaveLength(callsBefore);
}

describe('what did not come from Microsoft for this bot gets 401, is told nothing, and changes nothing', () => {
  test.each(Object.keys(forgeries(nowhere)))('%s', async (name) => {
    const headers = forgeries(bearer())[name] ?? {};
    await isRefused(activity(), headers, [401]);
  });

  test('a good token, but another service URL in the activity than in the token', async () => {
    const change = { serviceUrl: 'https://smba.trafficmanager.net/emea/' };
    await isRefused(activity(change), teams.headers(), [401]);
  });

  test('a token for another bot of the same Microsoft', async () => {
    await isRefused(activity(), teamsHeaders({ ...bearer(), appId: other }), [401]);
  });
});

describe('what Microsoft signed, but not for this house, is refused', () => {
  test.each(['webchat', 'directline', 'emulator', 'AseChannel', 'skype', 'slack', 'MSTEAMS', '', null, 7])(
    'the channel %p',
    async (channelId) => {
      await isRefused(activity({ channelId }), teams.headers(), [400, 401, 403]);
    },
  );

  test.each([
    ['as the conversation tells', { tenantId: other }, { tenant: { id: 'ours' } }],
    ['as the channel tells', { tenantId: 'ours' }, { tenant: { id: other } }],
    ['as both tell', { tenantId: other }, { tenant: { id: other } }],
    ['that nobody tells', {}, {}],
  ] as const)('a foreign tenant, %s', async (_, conversation, channelData) => {
    const ours = (text: string) => text.replaceAll('"ours"', JSON.stringify(teams.identity.tenantId));
    const { tenantId: _told, ...personal } = genuine.conversation as Fields;
    const change = { conversation: { ...personal, ...conversation }, channelData };
    await isRefused(ours(JSON.stringify(activity(change))), teams.headers(), [403]);
  });

  test.each([
    'https://attacker.example/',
    'http://smba.trafficmanager.net/amer/',
    'https://smba.trafficmanager.net.attacker.example/',
    'https://smba.trafficmanager.net@attacker.example/',
    'https://attacker.example/smba.trafficmanager.net/',
    'https://attacker.example\\@smba.trafficmanager.net/',
    'http://127.0.0.1:9/',
    'http://localhost:9/',
    'file:///etc/passwd',
    'smba.trafficmanager.net',
  ])('answers wanted at %s', async (serviceUrl) => {
    const headers = teamsHeaders({ ...bearer(), serviceUrl });
    await isRefused(activity({ serviceUrl }), headers, [403]);
  });

  test.each(['', 'no JSON', 'null', '7', '[]', '"a"', '{}', '{"type":"message"'])(
    'the body %p',
    async (body) => {
      await isRefused(body, teams.headers(), [400, 401]);
    },
  );

  test.each([
    { type: undefined },
    { type: 7 },
    { type: '' },
    { from: undefined },
    { from: {} },
    { from: 'ana' },
    { conversation: undefined },
    { conversation: { tenantId: 'x' } },
    { conversation: [] },
  ])('no activity: %p', async (change) => {
    await isRefused(activity(change), teams.headers(), [400]);
  });

  test('a body larger than any activity', async () => {
    await isRefused(activity({ text: 'x'.repeat(2_000_000) }), teams.headers(), [413]);
  });
});

describe('what comes again is answered once', () => {
  test('a command that changes something, sent again byte for byte, and again with a new token', async () => {
    const answers = ana.answers.length;
    const { shown } = await ana.says('invite');
    expect(textOf(shown)).toContain('join ');
    const after = JSON.stringify(await everything(house.db));
    expect(after).not.toBe(before);
    for (const { status } of [await teams.replay(), await teams.redeliver()]) expect(status).toBe(200);
    await teams.quiet();
    expect(ana.answers).toHaveLength(answers + 1);
    expect(JSON.stringify(await everything(house.db))).toBe(after);
  });

  test('a command that only reads', async () => {
    const answers = ana.answers.length;
    await ana.says('resources');
    await Promise.all([teams.replay(), teams.replay(), teams.redeliver()]);
    await teams.quiet();
    expect(ana.answers).toHaveLength(answers + 1);
  });

  test('a press', async () => {
    const help = await ana.says('help');
    const answers = ana.answers.length;
    await ana.presses(help, 'resources.guide');
    const again = await teams.replay();
    await teams.quiet();
    expect(again.status).toBe(200);
    expect(ana.answers).toHaveLength(answers + 1);
  });
});

test('and what is genuine passes', async () => {
  const { status, shown } = await ana.says('status');
  expect(status).toBe(200);
  expect(textOf(shown)).not.toBe('');
  const token = connectorCalls().at(-1);
  expect(token).toMatchObject({ method: 'replyToActivity', status: 201, to: ana.id });
});
