import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { asCard } from '../../src/chat/say.ts';
import { type SlackStage, stageSlack } from './slack-stage.ts';

let stage: SlackStage;

beforeEach(async () => {
  stage = await stageSlack();
});

afterEach(() => stage.close());

const ref = (id: string) => ({ platform: 'slack', workspace: 'T0STANDIN', id }) as const;
const send = (id: string, address: string | null = null, words = 'Hello & <welcome>') =>
  stage.adapter.deliver({ person: ref(id), address }, { card: asCard(words) }, { key: 'k' });
const methods = () => stage.slack.calls.map((call) => call.method).filter((method) => method !== 'auth.test');

test('a message is one call with text and blocks, and unfolds no links', async () => {
  await send('U0ANA', 'D0ANA');
  expect(methods()).toEqual(['chat.postMessage']);
  expect(stage.slack.callsOf('chat.postMessage')[0]?.args).toMatchObject({
    ...{
      channel: 'D0ANA',
      text: 'Hello &amp; &lt;welcome&gt;',
      unfurl_links: 'false',
      unfurl_media: 'false',
    },
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: 'Hello &amp; &lt;welcome&gt;', verbatim: true } },
    ],
  });
});

test('the channel is opened once, and again when Slack no longer knows it', async () => {
  expect(await send('U0ANA')).toMatchObject({ ok: true, address: 'D0ANA' });
  expect(await send('U0ANA', 'D0OLD')).toMatchObject({ ok: true, address: 'D0ANA' });
  expect(methods()).toEqual([
    ...['conversations.open', 'chat.postMessage'],
    ...['chat.postMessage', 'conversations.open', 'chat.postMessage'],
  ]);
});

test('an address that this adapter did not write is not used', async () => {
  expect(await send('U0ANA', '{"serviceUrl":"http://elsewhere"}')).toMatchObject({
    ok: true,
    address: 'D0ANA',
  });
});

test('who cannot be reached is known from the opening', async () => {
  stage.slack.addPerson({ id: 'U0GONE', name: 'Gone', deleted: true });
  stage.slack.addPerson({ id: 'U0BOT', name: 'Bot', is_bot: true });
  expect(await send('U0GONE')).toEqual({ ok: false, why: 'unreachable', code: 'user_disabled' });
  expect(await send('U0BOT')).toEqual({ ok: false, why: 'unreachable', code: 'cannot_dm_bot' });
  expect(await send('U0NOBODY', 'D0OLD')).toEqual({ ok: false, why: 'unreachable', code: 'user_not_found' });
});

describe('a change of a message', () => {
  test.each(['message_not_found', 'cant_update_message', 'edit_window_closed'])(
    '%s is never tried again',
    async (error) => {
      stage.slack.fault('chat.update', { kind: 'error', error });
      const result = await stage.adapter.deliver(
        { person: ref('U0ANA'), address: 'D0ANA' },
        { card: asCard('after') },
        { key: 'k', replaces: 'D0ANA/1.000001' },
      );
      expect(result).toEqual({ ok: false, why: 'rejected', code: error });
    },
  );
});

test('a 429 says how long to wait, also when Slack does not', async () => {
  stage.slack.fault('chat.postMessage', { kind: 'rate-limited', retryAfter: 17 });
  expect(await send('U0ANA', 'D0ANA')).toEqual({
    ok: false,
    why: 'rate-limited',
    code: 'ratelimited',
    retryAfterMs: 17_000,
  });
  stage.slack.fault('chat.postMessage', { kind: 'error', error: 'ratelimited' });
  expect(await send('U0ANA', 'D0ANA')).toMatchObject({ ok: false, why: 'rate-limited' });
});

test('nothing is tried twice: a broken connection makes no duplicate', async () => {
  stage.slack.fault('chat.postMessage', { kind: 'drop-after-delivery' });
  expect(await send('U0ANA', 'D0ANA')).toMatchObject({ ok: false, why: 'temporary' });
  expect(stage.slack.inbox('U0ANA')).toHaveLength(1);
});

test('a Slack that hangs is given up after ten seconds in all, and holds up nobody else', async () => {
  stage.slack.fault('conversations.open', { kind: 'slow', ms: 4000 });
  stage.slack.fault('chat.postMessage', { kind: 'hang', to: 'U0ANA' });
  const start = performance.now();
  const hanging = send('U0ANA');
  const others = await Promise.all(Array.from({ length: 20 }, () => send('U0ROSA', 'D0ROSA')));
  expect(others.every((result) => result.ok)).toBe(true);
  expect(performance.now() - start).toBeLessThan(2000);
  expect(await hanging).toEqual({ ok: false, why: 'temporary', code: 'timeout' });
  expect(performance.now() - start).toBeGreaterThan(9000);
  expect(performance.now() - start).toBeLessThan(10_900);
}, 20_000);

test('an answer that quotes a message is not quoted in the log or the result', async () => {
  stage.slack.fault('chat.postMessage', { kind: 'error', error: 'SECRET: Hello there' });
  expect(await send('U0ANA', 'D0ANA', 'SECRET')).toEqual({
    ok: false,
    why: 'temporary',
    code: 'unreadable_answer',
  });
  expect(stage.log.lines.join('\n')).not.toContain('SECRET');
});

test('a card that Slack would refuse is rejected without asking Slack', async () => {
  const card = { heading: 'x'.repeat(151), elements: [] };
  const result = await stage.adapter.deliver(
    { person: ref('U0ANA'), address: 'D0ANA' },
    { card },
    { key: 'k' },
  );
  expect(result).toEqual({ ok: false, why: 'rejected', code: 'not_renderable' });
  expect(methods()).toEqual([]);
});

test('the base of the Web API may come without its last slash', async () => {
  const other = await stageSlack({
    apiUrl: stage.slack.apiUrl.replace(/\/$/, ''),
    botToken: stage.slack.botToken,
  });
  const to = { person: ref('U0ANA'), address: 'D0ANA' };
  expect((await other.adapter.deliver(to, { card: asCard('hi') }, { key: 'k' })).ok).toBe(true);
  expect(stage.slack.inbox('U0ANA')).toHaveLength(1);
  await other.close();
});

test('deliveries run beside one another', async () => {
  stage.slack.fault('chat.postMessage', { kind: 'slow', ms: 50, times: 8 });
  for (let round = 0; round < 5; round += 1) {
    const results = await Promise.all(Array.from({ length: 8 }, () => send('U0ANA', 'D0ANA')));
    expect(results.every((result) => result.ok)).toBe(true);
  }
  expect(stage.slack.maxInFlight).toBe(8);
});
