import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { WebAPIPlatformError } from '@slack/web-api';
import { button, buttonsOf, plain, textOf } from '../support/slack/read.ts';
import { FORM, forgeries, signedRequest } from '../support/slack/signer.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import type { Message, View } from '../support/slack/types.ts';
import { actions, clientOf, failure, modal, section, startTinyAppAt, until, words } from './stage.ts';

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

const client = (token?: string) => clientOf(slack, token);
const startTinyApp = (mode: 'http' | 'socket') => startTinyAppAt(slack, apps, mode);

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

test('Socket Mode connects again when Slack asks for it, and an app that is away is said to be', async () => {
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
