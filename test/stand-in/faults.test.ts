import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
} from '@slack/web-api';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import { clientOf, failure, silent, until } from './stage.ts';

let slack: Slack;

beforeEach(async () => {
  slack = await startSlack();
});

afterEach(async () => {
  await slack.stop();
  expect(slack.complaints).toEqual([]);
});

const client = (token?: string) => clientOf(slack, token);

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
