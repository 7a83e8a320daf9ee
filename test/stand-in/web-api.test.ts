import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type WebAPIPlatformError, WebClient } from '@slack/web-api';
import { textOf } from '../support/slack/read.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import { actions, clientOf, failure, section, silent, words } from './stage.ts';

let slack: Slack;

beforeEach(async () => {
  slack = await startSlack();
});

afterEach(async () => {
  await slack.stop();
  expect(slack.complaints).toEqual([]);
});

const client = (token?: string) => clientOf(slack, token);

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
