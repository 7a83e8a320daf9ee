import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type Activity,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  TurnContext,
} from 'botbuilder';
import { buttonsOf, plain, textOf } from '../support/teams/read.ts';
import { startTeams } from '../support/teams/stand-in.ts';
import type { Teams } from '../support/teams/teams.ts';
import type { Fields } from '../support/teams/types.ts';

let teams: Teams;
let bot: Server;
let adapter: CloudAdapter;
let heard: Activity[];
let reference: Partial<ConversationReference>;

const card = (text: string, ...verbs: string[]) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
  actions: verbs.map((verb) => ({ type: 'Action.Execute', title: verb, verb, data: { about: '7' } })),
});
const message = (content: object) => ({
  type: 'message',
  summary: 'a card',
  attachments: [CardFactory.adaptiveCard(content)],
});

/** A tiny bot on Microsoft's own adapter, as it comes. */
async function onTurn(context: TurnContext): Promise<void> {
  heard.push(context.activity);
  reference = TurnContext.getConversationReference(context.activity);
  const { type, text, value } = context.activity;
  if (type === 'message') await context.sendActivity(message(card(`You said ${text}`, 'pairing.accept')));
  if (type === 'invoke') {
    const body = {
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: card('Accepted'),
    };
    const answer = value.action.verb === 'nonsense' ? { statusCode: 200, type: 'what', value: 1 } : body;
    await context.sendActivity({
      type: 'invokeResponse',
      value: { status: 200, body: answer },
    } as Partial<Activity>);
  }
}

beforeEach(async () => {
  heard = [];
});
afterEach(async () => {
  bot.closeAllConnections();
  await new Promise((resolve) => bot.close(resolve));
  await teams.stop();
});

async function start(authentication: boolean): Promise<void> {
  teams = await startTeams({ authentication });
  adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(authentication ? teams.env() : {}));
  adapter.onTurnError = async (_, error) => {
    throw error;
  };
  bot = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    Object.assign(request, { body: JSON.parse(Buffer.concat(chunks).toString()) });
    let status = 200;
    const asExpress = {
      socket: response.socket,
      status: (code: number) => {
        status = code;
      },
      header: (name: string, value: unknown) => response.setHeader(name, String(value)),
      send: (body: unknown) =>
        response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body)),
      end: () => {
        if (!response.writableEnded) response.writeHead(status).end();
      },
    };
    await adapter.process(request as never, asExpress as never, onTurn).catch(() => asExpress.end());
  });
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
  teams.connectTo(`http://127.0.0.1:${(bot.address() as AddressInfo).port}`);
}

async function sends(content: object | string): Promise<unknown> {
  try {
    await adapter.continueConversationAsync(teams.identity.appId, reference, async (context) => {
      context.activity.id = undefined as never;
      await context.sendActivity(typeof content === 'string' ? content : message(content));
    });
    return 'sent';
  } catch (error) {
    return (error as { statusCode?: number; code?: string }).statusCode ?? (error as { code?: string }).code;
  }
}

describe.each([
  { mode: 'authenticated', authentication: true },
  { mode: 'local', authentication: false },
])('Teams, $mode, with the stock adapter', ({ authentication }) => {
  beforeEach(() => start(authentication));

  test('what is said arrives whole, and what answers is told from what comes by itself', async () => {
    const ana = teams.person('ana', { name: 'Ana Silva', tz: 'Europe/Lisbon' });
    const answer = await ana.says('status');
    expect(answer.status).toBe(200);
    expect(heard[0]).toMatchObject({
      type: 'message',
      text: 'status',
      localTimezone: 'Europe/Lisbon',
      from: { id: ana.userId, aadObjectId: ana.id, name: 'Ana Silva' },
      recipient: { id: teams.identity.botId },
      conversation: { id: ana.conversation, tenantId: teams.identity.tenantId },
    });
    expect(await sends(card('By itself'))).toBe('sent');
    expect([ana.answers, ana.inbox].map((all) => all.map(textOf))).toEqual([
      ['You said status\npairing.accept'],
      ['By itself'],
    ]);
    const calls = teams.calls.map((call) => call.method).filter((method) => !method.startsWith('login'));
    expect(calls).toEqual(['replyToActivity', 'sendToConversation']);
    expect(teams.calls.some((call) => call.method === 'login.token')).toBe(authentication);
    expect(teams.complaints).toEqual([]);
  });

  test('a press carries the data and what was entered, and its answer stands in its place', async () => {
    const ana = teams.person('ana');
    await ana.says('hello');
    const inputs = [
      { type: 'Input.Text', id: 'first', value: 'as it was' },
      { type: 'Input.Text', id: 'second', isRequired: true },
    ];
    await sends({ ...card('Ask', 'questions.post'), body: [...card('Ask').body, ...inputs] });
    await expect(ana.submits(ana.inbox[0] as never)).rejects.toThrow('second is required');
    const answer = await ana.submits(ana.inbox[0] as never, { second: 'new' });
    expect(heard.at(-1)).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: ana.inbox[0]?.id,
    });
    expect(heard.at(-1)?.value.action).toMatchObject({
      verb: 'questions.post',
      data: { about: '7', first: 'as it was', second: 'new' },
    });
    expect(textOf(answer.shown)).toBe('Accepted');
    expect(teams.complaints).toEqual([]);
    await ana.invokes(ana.inbox[0] as never, { type: 'Action.Execute', verb: 'nonsense' });
    expect(teams.complaints).toEqual(['a press was answered with the type "what"']);
  });

  test('what Teams would refuse is refused', async () => {
    const ana = teams.person('ana');
    await ana.says('hello');
    expect(await sends({ ...card('x'), body: [{ type: 'TextBlock' }] })).toBe(400);
    expect(await sends({ ...card('x'), version: '1.6' })).toBe(400);
    expect(await sends(card('x', ...Array(7).fill('too.many')))).toBe(400);
    expect(
      await sends({
        ...card('x'),
        actions: [{ type: 'Action.Execute', title: 'x', verb: 'x', data: { key: 1 } }],
      }),
    ).toBe(400);
    expect(await sends(card('x'.repeat(101_000)))).toBe(413);
    ana.blocks();
    expect(await sends(card('x'))).toBe(403);
    await ana.uninstalls();
    expect(await sends(card('x'))).toBe(403);
    reference = { ...reference, conversation: { ...reference.conversation, id: 'a:nowhere' } as never };
    expect(await sends(card('x'))).toBe(404);
    expect(ana.inbox).toEqual([]);
    expect(teams.callsOf('sendToConversation').filter((call) => call.tookEffect)).toEqual([]);
  });

  test('each scripted fault is met once, and says whether the message is there', async () => {
    const ana = teams.person('ana');
    await ana.says('hello');
    for (const [fault, found, delivered] of [
      [{ kind: 'refusal', status: 412, code: 'PreconditionFailed' }, 412, 0],
      [{ kind: 'rate-limited' }, 429, 0],
      [{ kind: 'slow', ms: 30 }, 'sent', 1],
    ] as const) {
      teams.fault('post', fault);
      const before = ana.inbox.length;
      expect(await sends(card('x'))).toBe(found);
      expect(ana.inbox.length - before).toBe(delivered);
    }
    expect(await sends(card('x'))).toBe('sent');
    const faults = teams.callsOf('sendToConversation').map((call) => call.fault);
    expect(faults).toEqual(['refusal', 'rate-limited', 'slow', undefined]);
  });
});

test('a 500 after delivery makes the stock adapter send twice', async () => {
  await start(false);
  const ana = teams.person('ana');
  await ana.says('hello');
  teams.fault('post', { kind: 'server-error', delivers: true });
  await sends(card('twice'));
  expect(ana.inbox.map(textOf)).toEqual(['twice', 'twice']);
});

test('a connection can drop before and after delivery, and an answer can be nonsense', async () => {
  await start(false);
  const ana = teams.person('ana');
  const url = `http://${teams.host}/_connector/v3/conversations/${ana.conversation}/activities`;
  const body = JSON.stringify({ type: 'message', text: 'hello' });
  const sends = () => fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  teams.fault('post', { kind: 'drop-before' });
  await expect(sends()).rejects.toThrow();
  expect(ana.inbox).toHaveLength(0);
  teams.fault('post', { kind: 'drop-after-delivery' });
  await expect(sends()).rejects.toThrow();
  expect(ana.inbox).toHaveLength(1);
  teams.fault('post', { kind: 'nonsense' });
  await expect(sends().then((answer) => answer.json())).rejects.toThrow();
  expect(teams.calls.map(({ tookEffect, answered }) => [tookEffect, answered])).toEqual([
    [false, false],
    [true, false],
    [false, true],
  ]);
});

test('with its rate enforced, one chat takes seven messages in a second', async () => {
  await start(false);
  const ana = teams.person('ana');
  await ana.says('hello');
  teams.enforceRate();
  const sent = await Promise.all(Array.from({ length: 9 }, () => sends('quick')));
  expect(sent.filter((outcome) => outcome === 'sent')).toHaveLength(7);
  expect(sent.filter((outcome) => outcome === 429)).toHaveLength(2);
  expect(ana.inbox).toHaveLength(7);
});

test('the connector hears nobody who does not say who they are', async () => {
  await start(true);
  const ana = teams.person('ana');
  const path = `/v3/conversations/${ana.conversation}/activities`;
  for (const authorization of [undefined, 'Bearer x.y.z', ...Object.values(teams.headers())]) {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (authorization !== undefined) headers.authorization = authorization;
    const { status } = await fetch(`http://${teams.host}${path}`, { method: 'POST', headers, body: '{}' });
    expect(status).toBe(401);
  }
});

test('someone that nobody plays is complained of, and asked nothing', async () => {
  await start(true);
  expect((await fetch('https://example.org/somewhere')).status).toBe(404);
  expect(teams.complaints).toEqual(['nobody is there to answer GET example.org/somewhere']);
});

test('a person sees words, not Markdown', () => {
  expect(
    plain('**Ana** \\*and\\* [Ben](https://x.example) &lt;b&gt; _now_ snake_case_name 1\\. A &amp; B'),
  ).toBe('Ana *and* Ben <b> now snake_case_name 1. A & B');
  const shown = { text: '', card: card('Hello', 'pairing.accept') as never };
  expect(buttonsOf(shown).map(({ id }: { id: string }) => id)).toEqual(['pairing.accept:7']);
  expect(textOf(shown as Fields as never)).toBe('Hello\npairing.accept');
});
