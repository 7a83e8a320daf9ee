import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { toMessageRef } from '../../adapters/teams/address.ts';
import { asCard } from '../../src/chat/say.ts';
import type { Person } from '../support/teams/person.ts';
import { until } from './stage.ts';
import { deliveriesOn, stageTeams, type TeamsStage } from './teams-stage.ts';

let stage: TeamsStage;
let ana: Person;
let rosa: Person;

beforeEach(async () => {
  await on({});
});

afterEach(() => stage.close());

async function on(options: Parameters<typeof stageTeams>[0]): Promise<void> {
  stage = await stageTeams(options);
  ana = stage.teams.person('ana');
  rosa = stage.teams.person('rosa');
  await until(() => stage.adapter.trouble() === null);
}

const { refOf, addressOf, send, change, methods } = deliveriesOn(() => stage);

describe('a message', () => {
  test('is one request, a card with a line for the notification, and answers nothing', async () => {
    expect(await send(ana)).toMatchObject({ ok: true, address: addressOf(ana) });
    expect(methods()).toEqual(['sendToConversation']);
    expect(ana.lastMessage).toMatchObject({ replyTo: null, summary: 'Hello & <welcome>', edits: 0 });
    expect(JSON.stringify(ana.lastMessage?.card)).toContain('Hello & <welcome>');
  });

  test('is changed in place, and stays the same message', async () => {
    const sent = await send(ana);
    if (!sent.ok || sent.ref === null) throw new Error('not sent');
    expect(await change(ana, sent.ref)).toEqual(sent);
    expect(ana.chat).toMatchObject([{ summary: 'after', edits: 1 }]);
  });

  test('of another platform is not changed', async () => {
    for (const ref of ['D0ANA/1.000001', 'm1', 'teams:', 'teams:a', 'teams:a/b/c', 'teams:%/b']) {
      expect(await change(ana, ref)).toEqual({ ok: false, why: 'rejected', code: 'not_a_teams_message' });
    }
    expect(methods()).toEqual([]);
  });
});

describe('someone that Buddy was never in touch with', () => {
  test('is reached by their Entra object id, and from then on where they are', async () => {
    const first = await send(ana, null);
    if (!first.ok) throw new Error(first.code);
    expect(ana.lastMessage).toBeDefined();
    expect(await send(ana, first.address)).toMatchObject({ ok: true, address: first.address });
    expect(methods()).toEqual(['createConversation', 'sendToConversation', 'sendToConversation']);
  });

  test('is reached by the service URL that their tenant used last', async () => {
    await rosa.says('help');
    await send(ana, null);
    expect(stage.teams.callsOf('createConversation')[0]?.path).toContain(
      new URL(stage.teams.serviceUrl).pathname,
    );
  });

  test('is unreachable without the app, or when there is nobody of that id', async () => {
    await ana.uninstalls();
    expect(await send(ana, null)).toMatchObject({ why: 'unreachable', code: 'ForbiddenOperationException' });
    const nobody = { person: { ...refOf(ana), id: '99999999-0000-4000-8000-000000000000' }, address: null };
    const result = await stage.adapter.deliver(nobody, { card: asCard('x') }, { key: 'k' });
    expect(result).toMatchObject({ ok: false, why: 'unreachable' });
  });

  test.each(['D0ANA', '{}', 'null', '[]', '{"serviceUrl":"https://smba.trafficmanager.net/"}'])(
    'is who has the address %s, which this adapter did not write',
    async (address) => {
      expect(await send(ana, address)).toMatchObject({
        ok: true,
        address: expect.stringContaining('serviceUrl'),
      });
      expect(methods()).toEqual(['createConversation', 'sendToConversation']);
    },
  );
});

describe('nothing is sent', () => {
  test.each([
    'https://smba.trafficmanager.net.example/amer/',
    'https://smba.trafficmanager.net@elsewhere.example/',
    'https://someone@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'http://smba.trafficmanager.net/amer/',
    'http://127.0.0.1:9/',
    'http://localhost:9/',
    'smba.trafficmanager.net',
  ])('to a stored %s, which is not the connector', async (serviceUrl) => {
    const expected = { ok: false, why: 'unreachable', code: 'service_url_not_allowed' };
    expect(await send(ana, addressOf(ana, serviceUrl))).toEqual(expected);
    expect(await change(ana, 'teams:a/b', addressOf(ana, serviceUrl))).toEqual(expected);
    expect(methods()).toEqual([]);
  });

  test('to who has removed Buddy', async () => {
    await ana.uninstalls();
    const removed = stage.events.find(({ type }) => type === 'uninstalled')?.contact?.address ?? null;
    expect(await send(ana, removed)).toEqual({ ok: false, why: 'unreachable', code: 'removed' });
    expect(await change(ana, 'teams:a/b', removed)).toMatchObject({ why: 'unreachable', code: 'removed' });
    expect(methods()).toEqual([]);
  });

  test('anywhere but to this machine while nobody is asked who they are', async () => {
    await stage.close();
    await on({ authentication: false });
    expect(await send(ana, null)).toEqual({ ok: false, why: 'unreachable', code: 'no_address' });
    const microsoft = addressOf(ana, 'https://attacker.example/');
    expect(await send(ana, microsoft)).toMatchObject({ code: 'service_url_not_allowed' });
    expect(await send(ana)).toMatchObject({ ok: true });
    expect(methods()).toEqual(['sendToConversation']);
  });
});

const faults = [
  [
    { kind: 'server-error', status: 500 },
    { why: 'temporary', code: 'ServiceError' },
  ],
  [
    { kind: 'server-error', status: 502, delivers: true },
    { why: 'temporary', code: 'ServiceError' },
  ],
  [
    { kind: 'server-error', status: 503 },
    { why: 'temporary', code: 'ServiceError' },
  ],
  [
    { kind: 'server-error', status: 504 },
    { why: 'temporary', code: 'ServiceError' },
  ],
  [{ kind: 'drop-after-delivery' }, { why: 'temporary', code: 'ECONNRESET' }],
  [{ kind: 'drop-before' }, { why: 'temporary', code: 'ECONNRESET' }],
  [{ kind: 'nonsense' }, { why: 'temporary', code: 'not_the_connector' }],
  [{ kind: 'rate-limited' }, { why: 'rate-limited', code: 'http_429', holds: 'recipient' }],
  [
    { kind: 'rate-limited', retryAfter: 2 },
    { why: 'rate-limited', code: 'http_429', retryAfterMs: 2000, holds: 'recipient' },
  ],
  [
    { kind: 'rate-limited', retryAfter: 0 },
    { why: 'rate-limited', code: 'http_429', retryAfterMs: 1000, holds: 'recipient' },
  ],
  [
    { kind: 'refusal', status: 412, code: 'PreconditionFailed' },
    { why: 'temporary', code: 'PreconditionFailed' },
  ],
  [
    { kind: 'refusal', status: 400, code: 'BadSyntax' },
    { why: 'rejected', code: 'BadSyntax' },
  ],
  [
    { kind: 'refusal', status: 413, code: 'MessageSizeTooBig' },
    { why: 'rejected', code: 'MessageSizeTooBig' },
  ],
  [
    { kind: 'refusal', status: 403, code: 'MessageWritesBlocked' },
    { why: 'unreachable', code: 'MessageWritesBlocked' },
  ],
  [
    { kind: 'refusal', status: 403, code: 'InvalidBotApiHost' },
    { why: 'temporary', code: 'InvalidBotApiHost' },
  ],
  [
    { kind: 'refusal', status: 418, code: 'Said by: Ana Silva' },
    { why: 'temporary', code: 'http_418' },
  ],
] as const;

describe('one try is one request', () => {
  test.each(faults)('%j', async (fault, result) => {
    stage.teams.fault('post', { ...fault, times: 9 });
    expect(await send(ana)).toEqual({ ok: false, ...result });
    expect(methods()).toEqual(['sendToConversation']);
    const log = stage.log.lines.join('\n');
    for (const secret of ['Hello', 'Ana', ana.id, ana.userId, ana.conversation])
      expect(log).not.toContain(secret);
  });

  test('of an answer to what someone wrote as well', async () => {
    stage.answer = () => [{ type: 'reply', card: asCard('Hello') }];
    for (const fault of [faults[0][0], faults[4][0], faults[8][0]]) {
      stage.teams.fault('post', { ...fault, times: 9 });
      await ana.says('status');
      stage.teams.clearFaults();
    }
    expect(methods()).toEqual(['replyToActivity', 'replyToActivity', 'replyToActivity']);
  });

  test('of a change as well, which is rejected only when the message is gone', async () => {
    const gone = { ok: false, why: 'rejected', code: 'ActivityNotFoundInConversation' };
    expect(await change(ana, toMessageRef({ conversation: ana.conversation, activity: '1' }))).toEqual(gone);
    stage.teams.fault('updateActivity', { kind: 'nonsense' });
    expect(await change(ana, 'teams:a/b')).toMatchObject({ why: 'temporary', code: 'not_the_connector' });
    stage.teams.fault('updateActivity', { kind: 'server-error', times: 9 });
    expect(await change(ana, 'teams:a/b')).toMatchObject({ why: 'temporary' });
    expect(methods()).toEqual(['updateActivity', 'updateActivity', 'updateActivity']);
  });
});

test('a Teams that hangs is given up after ten seconds, holds up nobody else, and nothing stays open', async () => {
  stage.teams.fault('post', { kind: 'hang', to: ana.id });
  const began = performance.now();
  const hanging = send(ana);
  expect(await send(rosa)).toMatchObject({ ok: true });
  expect(performance.now() - began).toBeLessThan(2000);
  const stopped = stage.adapter.stop();
  expect(await hanging).toEqual({ ok: false, why: 'temporary', code: 'timeout' });
  await stopped;
  const took = performance.now() - began;
  expect(took).toBeGreaterThan(9500);
  expect(took).toBeLessThan(11_500);
  expect(methods()).toEqual(['sendToConversation', 'sendToConversation']);
}, 20_000);

describe('in one chat', () => {
  test('no more is sent than Teams takes, and nobody else waits for that', async () => {
    const results = [];
    for (let count = 0; count < 8; count += 1) results.push(await send(ana));
    expect(results.slice(0, 7).every(({ ok }) => ok)).toBe(true);
    expect(results[7]).toMatchObject({ why: 'rate-limited', code: 'conversation_pace', holds: 'recipient' });
    expect(await send(rosa)).toMatchObject({ ok: true });
    expect(stage.teams.callsOf('sendToConversation', ana.id)).toHaveLength(7);
    stage.passes(2000);
    expect(await send(ana)).toMatchObject({ ok: true });
  });

  test('an answer is never held back, but it counts', async () => {
    stage.answer = () => [{ type: 'reply', card: asCard('Hello') }];
    for (let count = 0; count < 9; count += 1) await ana.says('status');
    expect(ana.answers).toHaveLength(9);
    expect(await send(ana)).toMatchObject({ why: 'rate-limited', code: 'conversation_pace' });
  });
});
