import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { App, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { WebClient } from '@slack/web-api';
import type { Slack } from '../support/slack/slack.ts';

export const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** Slack's own client against the stand-in, without retries. */
export function clientOf(slack: Slack, token = slack.botToken): WebClient {
  const options = { slackApiUrl: slack.apiUrl, logger: silent, rejectRateLimitedCalls: true };
  return new WebClient(token, { ...options, retryConfig: { retries: 0 } });
}

export const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );
export const section = (text: string) => ({
  type: 'section' as const,
  text: { type: 'mrkdwn' as const, text },
});
export const words = (text: string) => ({ type: 'plain_text' as const, text });
export const actions = (...ids: string[]) => ({
  type: 'actions' as const,
  elements: ids.map((id) => ({
    type: 'button' as const,
    action_id: id,
    text: words(id),
    value: `value of ${id}`,
  })),
});

export async function until(check: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !check(); tries += 1) await sleep(10);
  expect(check()).toBe(true);
}

export const modal: ModalView = {
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

/** The client waits for as long as its ping's timeout before it connects again; 5 s is long for a test. */
function socketReceiver(slack: Slack): SocketModeReceiver {
  const installerOptions = { clientOptions: { slackApiUrl: slack.apiUrl } };
  const options = { appToken: slack.appToken, logger: silent, clientPingTimeout: 300, installerOptions };
  return new SocketModeReceiver(options);
}

/** A tiny app on the real Bolt, and what it heard. */
function tinyApp(slack: Slack, socketMode: boolean): { app: App; heard: Heard[] } {
  const heard: Heard[] = [];
  const app = new App({
    token: slack.botToken,
    logger: silent,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    ...(socketMode ? { receiver: socketReceiver(slack) } : { signingSecret: slack.signingSecret }),
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

/** Starts the tiny app; `apps` is who to stop at the end. */
export async function startTinyAppAt(
  slack: Slack,
  apps: { stop(): Promise<unknown> }[],
  mode: 'http' | 'socket',
): Promise<Heard[]> {
  const { app, heard } = tinyApp(slack, mode === 'socket');
  const server = (await (mode === 'http'
    ? app.start({ port: 0, host: '127.0.0.1' })
    : app.start())) as Server;
  apps.push(app);
  if (mode === 'http') slack.connectTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  else await until(() => slack.socketMode.connections === 1);
  return heard;
}
