import { afterEach, expect, test } from '@jest/globals';
import { createTransport } from '../../adapters/slack/client.ts';
import { createSlackAdapter } from '../../adapters/slack/index.ts';
import { sdkLog } from '../../adapters/slack/sdk-log.ts';
import { TokenWatch } from '../../adapters/slack/token-watch.ts';
import { asCard, reply } from '../../src/chat/say.ts';
import { Secret } from '../../src/system/secret.ts';
import { recordedLog } from '../contract/recorded-log.ts';
import { direct } from '../support/direct.ts';
import { startServer } from '../support/http-mount.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import { type SlackStage, stageSlack } from './slack-stage.ts';
import { until } from './stage.ts';

let closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.reverse()) await close();
  closing = [];
});

async function staged(options: Parameters<typeof stageSlack>[0] = {}): Promise<SlackStage> {
  const stage = await stageSlack(options);
  closing.push(() => stage.close());
  return stage;
}

/** A watch by itself, which asks again so soon while something is wrong. */
async function watched(
  askAgainMs: number,
  options: Parameters<typeof startSlack>[0] = {},
  token: Secret | null = null,
) {
  const slack = await startSlack(options);
  const log = recordedLog();
  const transport = createTransport({
    token: token ?? new Secret(slack.botToken),
    apiUrl: slack.apiUrl,
    wayOut: direct,
    logger: sdkLog(log),
  });
  const watch = new TokenWatch(transport, log, askAgainMs);
  closing.push(
    () => slack.stop(),
    () => transport.close(),
    async () => watch.stop(),
  );
  return { slack, log, transport, watch };
}

const rest = {
  wayOut: direct,
  takesIn: true,
  now: Date.now,
  refused() {},
  log: recordedLog(),
};
const toAna = {
  person: { platform: 'slack', workspace: 'T0STANDIN', id: 'U0ANA' },
  address: 'D0ANA',
} as const;

test('a refused token is reported by the name of its variable, and deliveries wait for a better one', async () => {
  const { adapter, slack, log, ...stage } = await staged({ botToken: 'xoxb-wrong-SECRET' });
  await until(() => adapter.trouble()?.includes('invalid_auth') === true);
  expect(adapter.trouble()).toContain('SLACK_BOT_TOKEN');
  const result = await adapter.deliver(toAna, { card: asCard('hi') }, { key: 'k' });
  expect(result).toEqual({ ok: false, why: 'temporary', code: 'invalid_auth' });
  stage.answer = () => [reply('still here')];
  expect(log.lines.join('\n') + adapter.trouble()).not.toContain('SECRET');
  expect((await slack.person('U0ANA').command('/buddy', 'help')).status).toBe(200);
});

test('the program starts while Slack is away, and says what it waits for', async () => {
  const server = await startServer();
  const log = recordedLog();
  const options = {
    botToken: new Secret('xoxb-1'),
    signingSecret: new Secret('s'),
    appToken: null,
    apiUrl: 'http://127.0.0.1:9/api',
    ...rest,
    log,
  };
  const adapter = createSlackAdapter(options);
  closing.push(
    () => server.close(),
    () => adapter.stop(),
  );
  expect(adapter.trouble()).toMatch(/not confirmed/);
  await adapter.start(async () => [], server);
  await until(() => adapter.trouble()?.includes('ECONNREFUSED') === true);
  expect(adapter.trouble()).toMatch(/has not confirmed SLACK_BOT_TOKEN/);
});

test('a removed app is trouble as soon as Slack says so', async () => {
  const { adapter, slack } = await staged();
  await until(() => adapter.trouble() === null);
  await slack.event('tokens_revoked', { tokens: { oauth: ['U0ANA'], bot: [] } });
  expect(adapter.trouble()).toBeNull();
  await slack.event('tokens_revoked', { tokens: { oauth: [], bot: ['U0BUDDY'] } });
  await until(() => adapter.trouble()?.includes('token_revoked') === true);
  await slack.event('app_uninstalled', {});
  await until(() => adapter.trouble()?.includes('removed from the workspace') === true);
});

test('a token that is revoked while running is noticed by the call that fails', async () => {
  const { adapter, slack } = await staged();
  await until(() => adapter.trouble() === null);
  slack.fault('chat.postMessage', { kind: 'error', error: 'token_revoked' });
  await adapter.deliver(toAna, { card: asCard('hi') }, { key: 'k' });
  expect(adapter.trouble()).toContain('token_revoked');
});

test('a missing scope is named, and asked for again until it is there', async () => {
  const { slack, log, watch } = await watched(50, { scopes: ['commands', 'chat:write'] });
  watch.start();
  await until(() => watch.trouble()?.includes('im:write, users:read') === true);
  const asked = slack.callsOf('auth.test').length;
  await until(() => slack.callsOf('auth.test').length > asked + 1);
  expect(log.lines.filter((line) => line.includes('does not accept'))).toHaveLength(1);
});

test('trouble ends by itself when Slack accepts the token again', async () => {
  const { slack, watch } = await watched(50);
  slack.fault('auth.test', { kind: 'error', error: 'account_inactive', times: 2 });
  watch.start();
  await until(() => watch.trouble()?.includes('removed') === true);
  await until(() => watch.trouble() === null);
  expect(watch.self).toEqual({ workspace: 'T0STANDIN', botId: 'B0BUDDY', botUserId: 'U0BUDDY' });
  watch.heard('channel_not_found');
  expect(watch.trouble()).toBeNull();
  watch.heard('invalid_auth');
  expect(watch.trouble()).toContain('invalid_auth');
  await until(() => watch.trouble() === null);
});

test('another token in the place of a refused one is found by the next question, and no sooner than after a second', async () => {
  const read: string[] = [];
  let stands = 'xoxb-1';
  const token = new Secret('xoxb-1', {
    name: 'SLACK_BOT_TOKEN',
    read() {
      read.push(stands);
      return { ok: true, value: stands };
    },
  });
  const { slack, watch } = await watched(20, { botToken: 'xoxb-2' }, token);
  watch.start();
  await until(() => watch.trouble()?.includes('invalid_auth') === true && slack.calls.length > 5);
  stands = 'xoxb-2';
  await until(() => watch.trouble() === null);
  expect(read).toEqual(['xoxb-1', 'xoxb-2']);
});

test('doubt that arises within a call outlives the deadline of that call', async () => {
  const { transport, watch } = await watched(200);
  watch.start();
  await until(() => watch.trouble() === null);
  await transport.within(50, async () => watch.heard('invalid_auth'));
  expect(watch.trouble()).toContain('invalid_auth');
  await until(() => watch.trouble() === null);
});

test('without a signing secret or an app token there is nothing to start', () => {
  const options = {
    botToken: new Secret('xoxb-1'),
    signingSecret: null,
    appToken: null,
    apiUrl: null,
    ...rest,
  };
  expect(() => createSlackAdapter(options)).toThrow(/SLACK_SIGNING_SECRET/);
});

test('beside a running server it only delivers, and takes nothing from that server', async () => {
  const slack = await startSlack();
  slack.addPerson({ id: 'U0ANA', name: 'Ana Silva' });
  const server = await startServer();
  const [botToken, appToken] = [new Secret(slack.botToken), new Secret(slack.appToken)];
  const { apiUrl } = slack;
  for (const way of [
    { signingSecret: null, appToken },
    { signingSecret: new Secret('s'), appToken: null },
  ]) {
    const adapter = createSlackAdapter({ botToken, apiUrl, ...way, ...rest, takesIn: false });
    await adapter.start(async () => [], server);
    await until(() => adapter.trouble() === null);
    expect((await adapter.deliver(toAna, { card: asCard('hi') }, { key: 'k' })).ok).toBe(true);
    await adapter.stop();
  }
  expect(server.paths).toEqual([]);
  expect(slack.callsOf('apps.connections.open')).toEqual([]);
  await server.close();
  await slack.stop();
});
