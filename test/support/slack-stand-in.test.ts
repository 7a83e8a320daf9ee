import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { App, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
} from '@slack/web-api';
import { button, buttonsOf, plain, textOf } from './slack/read.ts';
import { FORM, forgeries, signedRequest } from './slack/signer.ts';
import type { Slack } from './slack/slack.ts';
import { startSlack } from './slack/stand-in.ts';
import type { Message, View } from './slack/types.ts';

const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

let slack: Slack;
let apps: { stop(): Promise<unknown> }[] = [];

beforeEach(async () => {
  slack = await startSlack();
  apps = [];
});

afterEach(async () => {
  for (const app of apps) await app.stop();
  await slack.stop();
  expect(slack.complaints).toEqual([]);
});

function client(token = slack.botToken): WebClient {
  const options = { slackApiUrl: slack.apiUrl, logger: silent, rejectRateLimitedCalls: true };
  return new WebClient(token, { ...options, retryConfig: { retries: 0 } });
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );
const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });
const words = (text: string) => ({ type: 'plain_text' as const, text });
const actions = (...ids: string[]) => ({
  type: 'actions' as const,
  elements: ids.map((id) => ({
    type: 'button' as const,
    action_id: id,
    text: words(id),
    value: `value of ${id}`,
  })),
});

async function until(check: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !check(); tries += 1) await sleep(10);
  expect(check()).toBe(true);
}

describe('the Web API, as the real client sees it', () => {
  test('auth.test tells the identity and the granted scopes', async () => {
    const result = await client().auth.test();
    const { teamId, botUserId, botId } = slack.identity;
    expect(result).toMatchObject({ ok: true, team_id: teamId, user_id: botUserId, bot_id: botId });
    expect(result.response_metadata?.scopes).toEqual(['commands', 'chat:write', 'im:write', 'users:read']);
  });

  test('a wrong token, a missing scope and an unknown method are refused by name', async () => {
    const codes = async (promise: Promise<unknown>) => (await failure(promise)) as WebAPIPlatformError;
    expect((await codes(client('xoxb-other').auth.test())).data.error).toBe('invalid_auth');
    expect((await codes(client(slack.appToken).auth.test())).data.error).toBe('not_allowed_token_type');
    expect((await codes(client().apiCall('chat.shout'))).data.error).toBe('unknown_method');
    const poor = await startSlack({ scopes: ['commands'] });
    const asking = new WebClient(poor.botToken, { slackApiUrl: poor.apiUrl, logger: silent });
    const missing = await codes(asking.users.info({ user: 'U1' }));
    expect(missing.data).toMatchObject({
      error: 'missing_scope',
      needed: 'users:read',
      provided: 'commands',
    });
    await poor.stop();
  });

  test('people have a zone and a standing, and no zone once they are deactivated', async () => {
    slack.addPerson({ id: 'U1', name: 'Ana Silva', tz: 'Asia/Kolkata', is_restricted: true });
    const { user } = await client().users.info({ user: 'U1' });
    expect(user).toMatchObject({
      name: 'ana.silva',
      real_name: 'Ana Silva',
      tz: 'Asia/Kolkata',
      is_restricted: true,
    });
    expect(user?.tz_offset).toBe(19_800);
    slack.changePerson('U1', { deleted: true });
    const after = await client().users.info({ user: 'U1' });
    expect(after.user).toMatchObject({ deleted: true, profile: { real_name: 'Ana Silva' } });
    expect(after.user?.tz).toBeUndefined();
    expect(slack.userObject('U1')).toMatchObject({ id: 'U1', deleted: true });
    const asJson = await fetch(`${slack.apiUrl}users.info`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ user: 'U1' }),
    });
    expect(await asJson.json()).toEqual({ ok: false, error: 'user_not_found' });
  });

  test('a message reaches the inbox, by person or by channel, and can be changed there', async () => {
    const ana = slack.person('U1', { name: 'Ana Silva' });
    const { channel } = await client().conversations.open({ users: 'U1' });
    expect(channel?.id).toBe(ana.channel);
    const first = await client().chat.postMessage({
      channel: 'U1',
      text: 'one',
      blocks: [section('*One* &amp; only')],
    });
    const second = await client().chat.postMessage({ channel: ana.channel, text: 'two' });
    expect(first.channel).toBe(ana.channel);
    expect(Number(second.ts)).toBeGreaterThan(Number(first.ts));
    expect(ana.inbox.map(textOf)).toEqual(['One & only', 'two']);
    const change = { channel: ana.channel, ts: first.ts ?? '', text: 'changed' };
    await client().chat.update(change);
    expect(ana.inbox[0]).toMatchObject({ text: 'changed', edits: 1, blocks: [{ type: 'section' }] });
    await client().chat.update({ ...change, blocks: [] });
    expect(textOf(ana.inbox[0])).toBe('changed');
    expect(slack.inbox('U1').map((message) => message.edits)).toEqual([2, 0]);
    const lost = (await failure(client().chat.update({ ...change, ts: '1.000001' }))) as WebAPIPlatformError;
    expect(lost.data.error).toBe('message_not_found');
    const nobody = (await failure(
      client().chat.postMessage({ channel: 'U9', text: 'x' }),
    )) as WebAPIPlatformError;
    expect(nobody.data.error).toBe('channel_not_found');
    await client().chat.postEphemeral({ channel: ana.channel, user: 'U1', text: 'only you' });
    expect(ana.lastEphemeral).toMatchObject({ surface: 'ephemeral', text: 'only you' });
    expect(slack.callsOf('chat.postMessage', 'U1')).toHaveLength(2);
    expect(slack.calls.at(-1)).toMatchObject({
      method: 'chat.postEphemeral',
      tookEffect: true,
      answered: true,
    });
  });

  test('JSON bodies do as well as forms', async () => {
    const ana = slack.person('U1', { name: 'Ana' });
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${slack.botToken}`,
        'content-type': 'application/json; charset=utf-8',
      },
      body: JSON.stringify({ channel: 'U1', text: 'hi', blocks: [section('hi')] }),
    });
    expect(await response.json()).toMatchObject({ ok: true, channel: ana.channel });
    expect(ana.inbox).toHaveLength(1);
  });

  const x = (length: number) => 'x'.repeat(length);
  const option = (value: string, text = value) => ({ text: words(text), value });
  const select = (options: object[], more = {}) => ({
    type: 'static_select',
    action_id: 's',
    options,
    ...more,
  });
  test.each<[string, object[], string]>([
    [
      '51 blocks',
      Array(51).fill({ type: 'divider' }),
      'no more than 50 items allowed [json-pointer:/blocks]',
    ],
    [
      'a long header',
      [{ type: 'header', text: words(x(151)) }],
      'less than 151 characters [json-pointer:/blocks/0/text/text]',
    ],
    ['a marked-up header', [{ type: 'header', text: section('x').text }], 'must be a plain_text object'],
    ['a long section', [section(x(3001))], 'must be less than 3001 characters'],
    ['an empty section', [section('')], 'must be more than 0 characters'],
    [
      'a long button',
      [{ type: 'actions', elements: [{ type: 'button', action_id: 'a', text: words(x(76)) }] }],
      '/elements/0/text',
    ],
    ['26 buttons', [actions(...Array.from({ length: 26 }, (_, at) => `a${at}`))], 'no more than 25 items'],
    ['two buttons alike', [actions('same', 'same')], '`action_id` "same" already exists'],
    [
      'two blocks alike',
      [
        { ...section('a'), block_id: 'b' },
        { ...section('b'), block_id: 'b' },
      ],
      '`block_id` "b"',
    ],
    ['a long action_id', [actions(x(256))], 'less than 256'],
    [
      'a long value',
      [{ type: 'actions', elements: [{ ...actions('a').elements[0], value: x(2001) }] }],
      'less than 2001',
    ],
    [
      'a long option',
      [{ type: 'actions', elements: [select([option('v', x(76))])] }],
      '/options/0/text/text',
    ],
    [
      '101 options',
      [{ type: 'actions', elements: [select(Array(101).fill(option('v')))] }],
      'no more than 100 items',
    ],
    [
      'an odd start',
      [{ ...section('a'), accessory: select([option('v')], { initial_option: option('w') }) }],
      'exactly match',
    ],
    ['an unknown block', [{ type: 'poem' }], 'unsupported type: poem'],
  ])('refuses %s and says where', async (_, blocks, problem) => {
    slack.person('U1', { name: 'Ana' });
    const error = await failure(client().apiCall('chat.postMessage', { channel: 'U1', text: 'x', blocks }));
    const { data } = error as WebAPIPlatformError;
    expect(data.error).toBe('invalid_blocks');
    expect(data.response_metadata?.messages?.join('\n')).toContain(problem);
    expect(slack.inbox('U1')).toEqual([]);
  });

  test('refuses a message without a text, and blocks that are no JSON', async () => {
    slack.person('U1', { name: 'Ana' });
    const refused = async (args: object) =>
      (
        (await failure(
          client().apiCall('chat.postMessage', { channel: 'U1', ...args }),
        )) as WebAPIPlatformError
      ).data.error;
    expect(await refused({})).toBe('no_text');
    expect(await refused({ blocks: [section('a')] })).toBe('invalid_blocks');
    expect(await refused({ text: 'a', blocks: '[{' })).toBe('invalid_blocks_format');
    expect(await refused({ text: 'x'.repeat(40_001) })).toBe('msg_too_long');
  });
});

describe('faults, as the real client meets them', () => {
  const post = (text = 'hi', channel = 'U1') => client().chat.postMessage({ channel, text });

  beforeEach(() => {
    slack.person('U1', { name: 'Ana' });
    slack.person('U2', { name: 'Ben' });
  });

  test('429, 500, a refusal and nonsense are each told apart, and pass', async () => {
    slack.fault('chat.postMessage', { kind: 'rate-limited', retryAfter: 7 });
    slack.fault('chat.postMessage', { kind: 'server-error' });
    slack.fault('chat.postMessage', { kind: 'error', error: 'is_archived', to: 'U2', times: Infinity });
    slack.fault('chat.postMessage', { kind: 'nonsense' });
    const limited = await failure(post());
    expect(limited).toBeInstanceOf(WebAPIRateLimitedError);
    expect((limited as WebAPIRateLimitedError).retryAfter).toBe(7);
    expect(await failure(post())).toBeInstanceOf(WebAPIHTTPError);
    expect(await failure(post('hi', 'U2'))).toBeInstanceOf(WebAPIPlatformError);
    expect(await failure(post())).toBeInstanceOf(WebAPIPlatformError);
    expect(slack.inbox('U1')).toEqual([]);
    await post();
    expect(slack.inbox('U1')).toHaveLength(1);
    slack.clearFaults();
    await post('hi', 'U2');
    expect(slack.inbox('U2')).toHaveLength(1);
    const faults = slack.callsOf('chat.postMessage').map((call) => call.fault);
    expect(faults).toEqual(['rate-limited', 'server-error', 'error', 'nonsense', undefined, undefined]);
  });

  test('a connection dropped after delivery makes the stock client send twice', async () => {
    slack.fault('chat.postMessage', { kind: 'drop-before' });
    expect(await failure(post())).toBeInstanceOf(WebAPIRequestError);
    expect(slack.inbox('U1')).toEqual([]);
    slack.fault('chat.postMessage', { kind: 'drop-after-delivery' });
    const retryConfig = { retries: 1, minTimeout: 1, maxTimeout: 1 };
    const stock = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, logger: silent, retryConfig });
    await stock.chat.postMessage({ channel: 'U1', text: 'twice' });
    expect(slack.inbox('U1').map((message) => message.text)).toEqual(['twice', 'twice']);
    const told = slack.callsOf('chat.postMessage').map(({ tookEffect, answered }) => [tookEffect, answered]);
    expect(told).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ]);
  });

  test('a slow answer comes after the message; a hanging one not at all', async () => {
    slack.fault('chat.postMessage', { kind: 'slow', ms: 80 });
    slack.fault('chat.postMessage', { kind: 'hang', to: 'U2' });
    const slow = post();
    const hanging = failure(post('hi', 'U2'));
    await until(() => slack.inbox('U1').length === 1 && slack.callsOf('chat.postMessage', 'U2').length === 1);
    expect(slack.callsOf('chat.postMessage', 'U1')[0]?.answered).toBe(false);
    await slow;
    expect(slack.maxInFlight).toBe(2);
    expect(slack.inbox('U2')).toEqual([]);
    await slack.stop();
    expect(await hanging).toBeInstanceOf(WebAPIRequestError);
  });

  test('with a latency, what is under way at once can be seen', async () => {
    slack.latencyMs = 50;
    const posts = [1, 2, 3].map(() => post());
    await until(() => slack.inbox('U1').length === 3);
    expect(slack.callsOf('chat.postMessage').map((call) => call.answered)).toEqual([false, false, false]);
    await Promise.all(posts);
    expect(slack.maxInFlight).toBe(3);
  });

  test('an enforced rate lets the allowed number pass in each of its minutes', async () => {
    slack.enforceRate({ perMinute: 2, minuteMs: 300 });
    const outcomes = await Promise.all([1, 2, 3].map(() => failure(post())));
    expect(outcomes.filter((error) => error instanceof WebAPIRateLimitedError)).toHaveLength(1);
    expect(slack.callsOf('chat.postMessage').filter((call) => call.status === 429)).toHaveLength(1);
    await sleep(320);
    expect(await failure(post())).toBeUndefined();
    expect(slack.inbox('U1')).toHaveLength(3);
  });
});

const modal: ModalView = {
  type: 'modal',
  callback_id: 'questions.post',
  private_metadata: 'kept',
  title: words('Questions'),
  submit: words('Post'),
  blocks: [
    {
      type: 'input',
      block_id: 'week',
      label: words('Week'),
      element: { type: 'plain_text_input', action_id: 'week' },
    },
    {
      type: 'input',
      block_id: 'time',
      label: words('Time'),
      element: { type: 'timepicker', action_id: 'time', initial_time: '09:00' },
    },
    {
      type: 'input',
      block_id: 'rhythm',
      label: words('Rhythm'),
      element: {
        type: 'static_select',
        action_id: 'rhythm',
        options: [
          { text: words('Weekly'), value: '1' },
          { text: words('Fortnightly'), value: '2' },
        ],
      },
    },
    {
      type: 'input',
      block_id: 'who',
      label: words('Who'),
      element: { type: 'users_select', action_id: 'who' },
    },
  ],
};

interface Heard {
  readonly body: Record<string, unknown>;
  readonly retry: number | undefined;
}

/** The client waits for as long as its ping's timeout before it connects anew; 5 s is long for a test. */
function socketReceiver(): SocketModeReceiver {
  const installerOptions = { clientOptions: { slackApiUrl: slack.apiUrl } };
  const options = { appToken: slack.appToken, logger: silent, clientPingTimeout: 300, installerOptions };
  return new SocketModeReceiver(options);
}

/** A tiny app on the real Bolt, and what it heard. */
function tinyApp(socketMode: boolean): { app: App; heard: Heard[] } {
  const heard: Heard[] = [];
  const app = new App({
    token: slack.botToken,
    logger: silent,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    ...(socketMode ? { receiver: socketReceiver() } : { signingSecret: slack.signingSecret }),
  });
  app.use(async ({ body, context, next }) => {
    heard.push({ body: body as unknown as Heard['body'], retry: context.retryNum });
    await next();
  });
  app.command('/buddy', async ({ ack, command }) => {
    const blocks = [section(`You said ${command.text}`), actions('pairing.accept:7', 'settings.edit')];
    await ack({ response_type: 'ephemeral', text: 'hello', blocks });
  });
  app.action(/^pairing\.accept/, async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: 'accepted', blocks: [section('Accepted')] });
  });
  app.action('settings.edit', async ({ ack, body, client: web }) => {
    await ack();
    await web.views.open({ trigger_id: 'trigger_id' in body ? body.trigger_id : '', view: modal });
  });
  app.action('pick', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: false, response_type: 'ephemeral', text: 'picked' });
  });
  app.view('questions.post', async ({ ack, view }) => {
    const week = view.state.values.week?.week?.value ?? '';
    if (/^\d{4}-W\d\d$/.test(week)) await ack();
    else await ack({ response_action: 'errors', errors: { week: 'Write it like 2026-W48' } });
  });
  app.event('app_home_opened', async ({ event, client: web }) => {
    await web.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [actions('settings.edit')] },
    });
  });
  app.event('user_change', async () => {});
  return { app, heard };
}

async function startTinyApp(mode: 'http' | 'socket'): Promise<Heard[]> {
  const { app, heard } = tinyApp(mode === 'socket');
  const server = (await (mode === 'http'
    ? app.start({ port: 0, host: '127.0.0.1' })
    : app.start())) as Server;
  apps.push(app);
  if (mode === 'http') slack.connectTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  else await until(() => slack.socketMode.connections === 1);
  return heard;
}

describe.each(['http', 'socket'] as const)('a person and a real Bolt app over %s', (mode) => {
  test('a command is answered in the acknowledgement, its button replaces that answer', async () => {
    const heard = await startTinyApp(mode);
    const ana = slack.person('U1', { name: 'Ana Silva' });
    const ben = slack.person('U2', { name: 'Ben' });
    const answer = await ana.command('/buddy', `invite ${ben.mention}`);
    expect(answer).toMatchObject({ status: 200, body: { response_type: 'ephemeral', text: 'hello' } });
    expect(answer.ms).toBeLessThan(3000);
    expect(heard[0]?.body).toMatchObject({
      ...{ team_id: slack.identity.teamId, api_app_id: slack.identity.appId, channel_id: ana.channel },
      ...{ command: '/buddy', text: 'invite <@U2|ben>', user_id: 'U1', user_name: 'ana.silva' },
    });
    expect(textOf(ana.lastEphemeral)).toContain('You said invite @ben');
    expect(button(answer.body, 'pairing.accept')).toMatchObject({
      text: 'pairing.accept:7',
      value: 'value of pairing.accept:7',
    });

    const pressed = await ana.press(answer, 'pairing.accept');
    expect(pressed).toMatchObject({ status: 200, body: null, text: '' });
    const press = heard[1]?.body;
    expect(press).toMatchObject({
      type: 'block_actions',
      container: { type: 'message', is_ephemeral: true, channel_id: ana.channel },
      actions: [{ type: 'button', action_id: 'pairing.accept:7', value: 'value of pairing.accept:7' }],
    });
    expect(press?.message).toBeUndefined();
    expect(press?.trigger_id).not.toBe(heard[0]?.body.trigger_id);
    await until(() => ana.replies.length === 1);
    expect(ana.ephemerals).toHaveLength(1);
    expect(textOf(ana.lastEphemeral)).toBe('Accepted');
    expect(slack.ephemerals.at(-1)?.edits).toBe(1);
  });

  test('a press in a message carries that message, a pick carries what was picked', async () => {
    const heard = await startTinyApp(mode);
    const ana = slack.person('U1', { name: 'Ana' });
    const options = ['a', 'b'].map((value) => ({ text: words(value.toUpperCase()), value }));
    const pick = {
      type: 'static_select' as const,
      action_id: 'pick',
      placeholder: words('Which one?'),
      options,
    };
    const blocks = [section('Choose'), { type: 'actions' as const, block_id: 'row', elements: [pick] }];
    await client().chat.postMessage({ channel: 'U1', text: 'choose', blocks });
    const message = ana.lastMessage as Message;
    expect(buttonsOf(message)).toMatchObject([{ id: 'pick', text: 'Which one?', type: 'static_select' }]);
    await ana.press(message, 'pick', { selected: 'b' });
    const selected_option = { text: words('B'), value: 'b' };
    expect(heard[0]?.body).toMatchObject({
      container: { is_ephemeral: false, message_ts: message.ts },
      message: { ts: message.ts, text: 'choose', blocks: [{ type: 'section' }, { block_id: 'row' }] },
      channel: { id: ana.channel, name: 'directmessage' },
      actions: [{ type: 'static_select', block_id: 'row', selected_option }],
      state: { values: { row: { pick: { type: 'static_select', selected_option } } } },
    });
    await until(() => ana.lastEphemeral?.text === 'picked');
    expect(ana.inbox).toHaveLength(1);
    await expect(ana.press(message, 'no.such')).rejects.toThrow('there is: pick');
  });

  test('a modal opens from a button, keeps its start values, shows errors, and closes', async () => {
    const heard = await startTinyApp(mode);
    const ana = slack.person('U1', { name: 'Ana' });
    await ana.press(await ana.command('/buddy'), 'settings.edit');
    await until(() => ana.modal !== undefined);
    const view = ana.modal as View;
    expect(slack.views).toEqual([view]);
    expect(textOf(view)).toContain('Fortnightly');
    const refused = await ana.submit(view, { week: 'soon' });
    expect(refused.body).toEqual({ response_action: 'errors', errors: { week: 'Write it like 2026-W48' } });
    expect(ana.modal).toBe(view);
    const done = await ana.submit(view, { week: '2026-W48', rhythm: '2', who: 'U2', extra: 'forged' });
    expect(done).toMatchObject({ status: 200, body: null, shown: null });
    expect(ana.modal).toBeUndefined();
    expect(heard.at(-1)?.body).toMatchObject({
      type: 'view_submission',
      view: {
        ...{ id: view.id, callback_id: 'questions.post', private_metadata: 'kept', hash: view.hash },
        state: {
          values: {
            week: { week: { type: 'plain_text_input', value: '2026-W48' } },
            time: { time: { type: 'timepicker', selected_time: '09:00' } },
            rhythm: { rhythm: { selected_option: { text: words('Fortnightly'), value: '2' } } },
            who: { who: { type: 'users_select', selected_user: 'U2' } },
            extra: { extra: { type: 'plain_text_input', value: 'forged' } },
          },
        },
      },
    });
  });

  test('events reach the app; a redelivery keeps the event id and says that it is one', async () => {
    const heard = await startTinyApp(mode);
    const ana = slack.person('U1', { name: 'Ana' });
    await ana.opensHome();
    await until(() => slack.home('U1') !== undefined);
    await ana.press(ana.home as View, 'settings.edit');
    expect(heard.at(-1)?.body).toMatchObject({ container: { type: 'view' }, view: { type: 'home' } });
    expect(heard.at(-1)?.body.response_url).toBeUndefined();
    slack.changePerson('U1', { deleted: true });
    expect(await slack.event('user_change', { user: slack.userObject('U1') })).toMatchObject({ status: 200 });
    await slack.redeliver();
    const [first, again] = heard.slice(-2);
    expect(first?.body).toMatchObject({
      event: { type: 'user_change', user: { id: 'U1', deleted: true } },
      authorizations: [{ user_id: slack.identity.botUserId, is_bot: true }],
    });
    expect(again?.body.event_id).toBe(first?.body.event_id);
    expect(again?.retry).toBe(1);
  });

  test('a replay is the same request again, to the letter', async () => {
    const heard = await startTinyApp(mode);
    const ana = slack.person('U1', { name: 'Ana' });
    await ana.command('/buddy', 'status');
    await slack.replay();
    // Bolt does not notice: refusing the second one is the program's own task.
    expect(heard).toHaveLength(2);
    expect(heard[1]?.body).toEqual(heard[0]?.body);
  });
});

test('Bolt refuses every forged request, and takes the signed one', async () => {
  const heard = await startTinyApp('http');
  const body = new URLSearchParams({
    command: '/buddy',
    text: 'status',
    user_id: 'U1',
    team_id: 'T1',
  }).toString();
  for (const [what, headers] of Object.entries(forgeries(slack.signingSecret, body))) {
    const { status } = await slack.post(body, headers);
    expect({ what, status }).toEqual({ what, status: 401 });
  }
  expect(heard).toEqual([]);
  const signed = signedRequest(slack.signingSecret, body, { timestamp: Math.floor(Date.now() / 1000) - 60 });
  expect(signed['content-type']).toBe(FORM);
  expect((await slack.post(body, signed)).status).toBe(200);
});

test('Socket Mode connects anew when Slack asks for it, and an app that is away is said to be', async () => {
  await startTinyApp('socket');
  const ana = slack.person('U1', { name: 'Ana' });
  slack.socketMode.disconnect();
  await until(() => slack.socketMode.connections === 0);
  expect(slack.env({ socketMode: true })).toMatchObject({
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  });
  await expect(ana.command('/buddy')).rejects.toThrow('where is the app?');
  await until(() => slack.socketMode.connections === 1);
  expect((await ana.command('/buddy')).status).toBe(200);
});

test('a trigger opens one modal, within three seconds', async () => {
  await startTinyApp('http');
  const ana = slack.person('U1', { name: 'Ana' });
  await ana.command('/buddy');
  const trigger_id = String(slack.lastRequest?.payload.trigger_id);
  await client().views.open({ trigger_id, view: modal });
  const refused = async (promise: Promise<unknown>) =>
    ((await failure(promise)) as WebAPIPlatformError).data.error;
  expect(await refused(client().views.open({ trigger_id, view: modal }))).toBe('exchanged_trigger_id');
  expect(await refused(client().views.open({ trigger_id: '1.2.a', view: modal }))).toBe('invalid_trigger_id');
  const long = { ...modal, title: words('x'.repeat(25)) };
  expect(await refused(client().views.open({ trigger_id, view: long }))).toBe('invalid_arguments');
  const update = await client().views.update({
    view_id: ana.modal?.id ?? '',
    view: { ...modal, title: words('New') },
  });
  expect(update.view?.title?.text).toBe('New');
  expect(textOf(ana.modal)).toMatch(/^New/);
  expect(await ana.close(ana.modal as View)).toBeNull();
  expect(ana.modal).toBeUndefined();
});

test('readers show what a reader sees', () => {
  expect(plain('*Hi* <@U1|ana>, _see_ <https://a.example|this> &lt;b&gt; snake_case 2*3*4')).toBe(
    'Hi @ana, see this <b> snake_case 2*3*4',
  );
  const list = {
    type: 'rich_text_section',
    elements: [
      { type: 'text', text: 'a ' },
      { type: 'text', text: 'b' },
    ],
  };
  const rows = [
    [
      { type: 'raw_text', text: 'cell' },
      { type: 'raw_number', value: 5 },
    ],
  ];
  const fields = [section('*Name*\nAna').text];
  const blocks = [
    { type: 'header', text: words('Top') },
    { type: 'section', fields },
    { type: 'rich_text', elements: [list] },
  ];
  expect(textOf({ text: 'fallback', blocks: [...blocks, { type: 'table', rows }] })).toBe(
    'Top\nName\nAna\na b\ncell\n5',
  );
  expect(textOf({ text: 'only &amp; text' })).toBe('only & text');
  expect(button({ blocks: [actions('a')] }, 'b')).toBeUndefined();
});
