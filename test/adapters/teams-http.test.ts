import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createTeamsAdapter } from '../../adapters/teams/index.ts';
import { reply } from '../../src/chat/say.ts';
import { recordedLog } from '../contract/recorded-log.ts';
import { startServer } from '../support/http-mount.ts';
import { openHeaders } from '../support/teams/tokens.ts';
import type { Fields } from '../support/teams/types.ts';
import { begun } from './begun.ts';
import { stageTeams, type TeamsStage } from './teams-stage.ts';

let stage: TeamsStage;

async function begin(options: Parameters<typeof stageTeams>[0]): Promise<void> {
  stage = await stageTeams(options);
  stage.answer = () => [reply('here')];
}

afterEach(async () => {
  await stage.close();
  expect(stage.log.lines.join('\n')).not.toContain('SECRET');
});

/** A message of Ana's, as Teams would send it. */
function message(more: Fields = {}): Fields {
  const { teams } = stage;
  const ana = teams.person('ana');
  const { botId, tenantId } = teams.identity;
  return {
    ...{ type: 'message', id: '1700000000001', text: 'SECRET', channelId: 'msteams' },
    serviceUrl: teams.serviceUrl,
    from: { id: ana.userId, aadObjectId: ana.id, name: 'Ana SECRET' },
    recipient: { id: botId },
    conversation: { id: ana.conversation, conversationType: 'personal', tenantId },
    ...more,
  };
}

const posted = (body: string, headers = stage.teams.headers()) => stage.teams.post(body, headers);
const sent = (activity: unknown, headers?: Record<string, string>) =>
  posted(JSON.stringify(activity), headers);
const inPlace = (conversation: Fields): Fields =>
  message({ conversation: { ...(message().conversation as Fields), ...conversation } });

/** What was turned away left no trace, and who comes properly is heard as before. */
async function nothingHappened(): Promise<void> {
  expect(stage.events).toEqual([]);
  expect(stage.teams.calls.filter(({ method }) => !method.startsWith('login.'))).toEqual([]);
  expect((await sent(message())).status).toBe(200);
  expect(stage.events).toHaveLength(1);
}

describe('with authentication', () => {
  beforeEach(() => begin({}));

  test('without a token nobody is heard, and nobody waits for the body', async () => {
    const bodies = [JSON.stringify(message()), 'this is {no} body', 'x'.repeat(2 * 1024 * 1024)];
    for (const body of bodies) {
      expect(await posted(body, openHeaders)).toMatchObject({ status: 401, text: '' });
    }
    const unfinished = begun(stage.server.url, {});
    expect(await unfinished.answer).toMatch(/^HTTP\/1\.1 401 /);
    unfinished.socket.destroy();
    await nothingHappened();
  });

  test('an operator sees each kind of refusal once a minute in the log, and all of them in numbers', async () => {
    for (let times = 0; times < 5; times += 1) {
      await sent(message(), { ...openHeaders, authorization: 'Bearer a.b.c' });
      await sent(inPlace({ tenantId: 'another' }));
    }
    const codes = ['err_jws_invalid', 'foreign_tenant'];
    expect(
      stage.log.lines.filter((line) => line.includes('refused')).map((line) => JSON.parse(line).code),
    ).toEqual(codes);
    expect(stage.refused).toHaveLength(10);
    expect(stage.adapter.doubt()).toContain('MicrosoftAppTenantId');
    await sent(message());
    expect(stage.adapter.doubt()).toBeNull();
    stage.events.length = 0;
  });

  test('a bad token comes before a bad body', async () => {
    const forged = { ...openHeaders, authorization: 'Bearer a.b.c' };
    for (const body of ['', 'null', '[]', '{"type":', '{}']) {
      expect(await posted(body, forged)).toMatchObject({ status: 401, text: '' });
    }
    await nothingHappened();
  });

  test.each<[string, Fields]>([
    ['no type', { type: undefined }],
    ['a type that is no text', { type: 5 }],
    ['no chat', { conversation: undefined }],
    ['a chat without an id', { conversation: { id: '' } }],
    ['a chat whose id is no text', { conversation: { id: {} } }],
    ['nobody who says it', { from: null }],
    ['a sender without an id', { from: { id: [] } }],
    ['an id with control characters', { from: { id: '29:1\u0000' } }],
    ['an object id that is none', { from: { id: '29:1', aadObjectId: { a: 1 } } }],
    ['more depth than there is sense', { value: JSON.parse(`${'['.repeat(100)}${']'.repeat(100)}`) }],
  ])('an activity with %s is refused with 400', async (_, change) => {
    expect(await sent(message(change))).toMatchObject({ status: 400, text: '' });
    await nothingHappened();
  });

  test.each<[string, number, () => Fields]>([
    ['of another tenant', 403, () => inPlace({ tenantId: '99999999-0000-4000-8000-000000000000' })],
    ['of another tenant on the side', 403, () => message({ channelData: { tenant: { id: 'other' } } })],
    ['of no tenant', 403, () => inPlace({ tenantId: undefined })],
    ['of Web Chat, where senders choose who they are', 403, () => message({ channelId: 'webchat' })],
    ['of Direct Line', 403, () => message({ channelId: 'directline' })],
    ['of no channel', 403, () => message({ channelId: undefined })],
  ])('an authentic activity %s is not let in', async (_, status, activity) => {
    expect(await sent(activity())).toMatchObject({ status, text: '' });
    await nothingHappened();
  });

  test.each([
    'https://evil.example/',
    'http://smba.trafficmanager.net/amer/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://smba.trafficmanager.net\\@evil.example/',
    'http://127.0.0.1:3978/',
    'no URL',
  ])('an answer is not sent to %s, even when a token says so', async (serviceUrl) => {
    const headers = stage.teams.headers(serviceUrl);
    expect(await sent(message({ serviceUrl }), headers)).toMatchObject({ status: 403, text: '' });
    await nothingHappened();
  });

  test('the tenant is the same in capitals', async () => {
    expect((await sent(inPlace({ tenantId: stage.teams.identity.tenantId.toUpperCase() }))).status).toBe(200);
    expect(stage.events[0]?.from.workspace).toBe(stage.teams.identity.tenantId);
  });

  test('an oversized body is refused with 413 and not read to its end', async () => {
    expect((await sent(message({ text: 'x'.repeat(2 * 1024 * 1024) }))).status).toBe(413);
    await nothingHappened();
  });

  test('once stopped, requests are turned away, those too that had begun, and nobody waits for them', async () => {
    const half = begun(stage.server.url, stage.teams.headers());
    await new Promise((resolve) => setTimeout(resolve, 50));
    await stage.adapter.stop();
    half.socket.write('}');
    expect(await half.answer).toMatch(/^HTTP\/1\.1 503 /);
    const unfinished = begun(stage.server.url, stage.teams.headers());
    expect(await unfinished.answer).toMatch(/^HTTP\/1\.1 503 /);
    for (const { socket } of [half, unfinished]) socket.destroy();
    expect(await sent(message())).toMatchObject({ status: 503, text: '' });
    expect(stage.events).toEqual([]);
  });
});

describe('without authentication, on this machine', () => {
  beforeEach(() => begin({ authentication: false, tenantId: null }));

  test('a client without tokens, tenants and channels of its own is answered', async () => {
    const bare = {
      ...{ type: 'message', text: 'status', serviceUrl: stage.teams.serviceUrl, channelId: 'emulator' },
      ...{ from: { id: 'user-1' }, conversation: { id: 'c1' } },
    };
    expect((await sent(bare)).status).toBe(200);
    expect(stage.events).toMatchObject([
      { type: 'command', text: 'status', from: { id: 'user-1', workspace: 'local' } },
    ]);
    expect(stage.teams.callsOf('sendToConversation')).toHaveLength(1);
  });

  test("a page in someone's browser cannot act in their name", async () => {
    const headers = { ...stage.teams.headers(), origin: 'https://somewhere.example' };
    expect(await sent(message(), headers)).toMatchObject({ status: 403, text: '' });
    await nothingHappened();
  });

  test.each([
    ['nothing', '', 400],
    ['null', 'null', 400],
    ['a number', '5', 400],
    ['a text', '"SECRET"', 400],
    ['a list', '[]', 400],
    ['an empty object', '{}', 400],
    ['broken JSON', '{"type":', 400],
    ['an endless nest', `{"value":${'['.repeat(60_000)}${']'.repeat(60_000)}}`, 400],
    ['no service URL', '{"type":"message","from":{"id":"a"},"conversation":{"id":"b"}}', 403],
  ])('a body that is or has %s is refused', async (_, body, status) => {
    expect(await posted(body)).toMatchObject({ status, text: '' });
    await nothingHappened();
  });

  test.each([
    'https://evil.example/',
    'http://10.0.0.1/',
    'http://127.0.0.1.evil.example/',
    'file:///etc/passwd',
  ])('an answer is not sent to %s', async (serviceUrl) => {
    expect(await sent(message({ serviceUrl }))).toMatchObject({ status: 403, text: '' });
    await nothingHappened();
  });

  test('kinds of activities that nobody listens to get an empty 200 at once', async () => {
    const from = { id: stage.teams.identity.botId };
    const activities = [
      message({ type: 'typing' }),
      message({ type: 'endOfConversation' }),
      message({ type: 'event', name: 'x' }),
      message({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }),
      message({ type: 'messageUpdate' }),
      message({ type: 'messageDelete' }),
      message({ type: 'ofTomorrow' }),
      message({ type: 'invoke', name: 'composeExtension/query', value: {} }),
      message({ from }),
      message({ from: { id: 'b', role: 'bot' } }),
      message({ type: 'conversationUpdate', membersAdded: [{ id: '29:someone' }] }),
      message({ type: 'installationUpdate', action: 'remove-upgrade' }),
    ];
    for (const activity of activities) {
      expect(await sent(activity)).toMatchObject({ status: 200, text: '' });
    }
    await nothingHappened();
  });

  test('whatever an activity holds, it is answered below 500, and the next one as ever', async () => {
    const anything = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>;
    const or = (...values: unknown[]) => fc.oneof(fc.constantFrom(...values), anything);
    const odd = fc.record(
      {
        type: or('message', 'invoke', 'conversationUpdate', 'installationUpdate'),
        name: or('adaptiveCard/action'),
        value: fc.oneof(
          fc.record({ action: fc.oneof(fc.record({ verb: or('help.show'), data: anything }), anything) }),
          anything,
        ),
        ...{ id: anything, text: anything, entities: anything, replyToId: anything, locale: anything },
        ...{ recipient: anything, channelData: anything, channelId: anything, deliveryMode: anything },
        ...{ attachments: anything, membersAdded: anything, timestamp: anything, action: or('add') },
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(odd, async (change) => {
        const { status } = await sent({ ...message(), ...change });
        expect(status).toBeGreaterThanOrEqual(200);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
    stage.events.length = 0;
    expect((await sent(message({ id: 'the last one' }))).status).toBe(200);
    expect(stage.events).toHaveLength(1);
  }, 60_000);

  test.each(['Forwarded', 'X-Forwarded-For', 'x-forwarded-proto', 'X-Real-IP', 'Via'])(
    'what a proxy or a tunnel passed on, by its %s, is refused: it may be from anywhere',
    async (name) => {
      const headers = { ...openHeaders, [name]: 'for=203.0.113.7' };
      expect(await sent(message(), headers)).toMatchObject({ status: 403, text: '' });
      expect(stage.refused).toEqual(['forwarded']);
      await nothingHappened();
    },
  );

  test('a tenant that is configured is asked for here as well', async () => {
    await stage.close();
    await begin({ authentication: false });
    expect((await sent(inPlace({ tenantId: 'another' }))).status).toBe(403);
    expect((await sent(inPlace({ tenantId: undefined }))).status).toBe(403);
    await nothingHappened();
  });
});

test('beside a server that takes everything in, nothing is mounted', async () => {
  await begin({ authentication: false });
  const server = await startServer();
  const adapter = createTeamsAdapter({
    ...{
      credentials: null,
      tenantId: null,
      secretExpires: null,
      takesIn: false,
      now: Date.now,
      refused() {},
      log: recordedLog(),
    },
  });
  await adapter.start(async () => [], server);
  expect(server.paths).toEqual([]);
  await adapter.stop();
  await server.close();
});
