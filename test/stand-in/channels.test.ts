import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { WebAPIPlatformError } from '@slack/web-api';
import { textOf } from '../support/slack/read.ts';
import type { Slack } from '../support/slack/slack.ts';
import { startSlack } from '../support/slack/stand-in.ts';
import { clientOf, failure } from './stage.ts';

let slack: Slack;

beforeEach(async () => {
  slack = await startSlack();
});
afterEach(async () => {
  await slack.stop();
  expect(slack.complaints).toEqual([]);
});

const post = (channel = 'C0GENERAL') => clientOf(slack).chat.postMessage({ channel, text: 'to everyone' });

test('a message to a channel that the app is in stands there, can be changed, and is in nobody’s inbox', async () => {
  const ana = slack.person('U1', { name: 'Ana Silva' });
  slack.channel('C0GENERAL');
  const { channel = '', ts = '' } = await post();
  expect(channel).toBe('C0GENERAL');
  expect(slack.messagesIn('C0GENERAL').map(textOf)).toEqual(['to everyone']);
  await clientOf(slack).chat.update({ channel, ts, text: 'changed' });
  expect(slack.messagesIn('C0GENERAL').map(textOf)).toEqual(['changed']);
  expect(ana.inbox).toEqual([]);
});

test.each([
  ['not_in_channel', { hasApp: false }],
  ['channel_not_found', { hasApp: false, isPrivate: true }],
  ['is_archived', { isArchived: true }],
  ['restricted_action', { isRestricted: true }],
])('Slack says %s of a channel with %j', async (code, about) => {
  slack.channel('C0GENERAL', about);
  expect(((await failure(post())) as WebAPIPlatformError).data.error).toBe(code);
  expect(((await failure(post('C0OTHER'))) as WebAPIPlatformError).data.error).toBe('channel_not_found');
  expect(slack.messagesIn('C0GENERAL')).toEqual([]);
});
