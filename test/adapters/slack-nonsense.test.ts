import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { asCard } from '../../src/chat/say.ts';
import { type SlackStage, stageSlack } from './slack-stage.ts';

let stage: SlackStage;
let proxy: ReturnType<typeof createServer>;
let body = '';

beforeEach(async () => {
  proxy = createServer((request, response) => {
    const isTest = request.url?.endsWith('auth.test') === true;
    response.writeHead(200, { 'content-type': 'application/json' }).end(isTest ? '{"ok":true}' : body);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  stage = await stageSlack({ apiUrl: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/api/` });
});
afterEach(async () => {
  await stage.close();
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
});

const person = { platform: 'slack', workspace: 'T0STANDIN', id: 'U0ANA' } as const;
const send = (address: string | null) =>
  stage.adapter.deliver({ person, address }, { card: asCard('Hello') }, { key: 'k' });

const yesses = [
  '{"ok":true}',
  '{"ok":true,"channel":{},"ts":{}}',
  '{"ok":true,"channel":["D0ANA"],"ts":["1.2"]}',
  '{"ok":true,"channel":7,"ts":1.5}',
  '{"ok":true,"channel":{"id":{}},"ts":true}',
  '{"ok":true,"channel":"","ts":""}',
];

test.each(yesses)('%s is a yes: the message is not sent again, it only cannot be changed', async (shape) => {
  body = shape;
  expect(await send('D0ANA')).toEqual({ ok: true, ref: null, address: 'D0ANA' });
});

test.each(yesses)('%s opens no channel: nothing is sent, and it is tried again', async (shape) => {
  body = shape;
  expect(await send(null)).toEqual({ ok: false, why: 'temporary', code: 'incomplete_answer' });
});

const nothings = ['', 'OK', '{"ok":"yes"}', '{"ok":1}', '{}', 'null', '<p>Sign in to continue.</p>'];

test.each(nothings)('"%s" is none of Slack\'s answers: it is tried again', async (shape) => {
  body = shape;
  const again = { ok: false, why: 'temporary', code: 'unreadable_answer' };
  expect(await send('D0ANA')).toEqual(again);
});

test('a message that has arrived stays where it was sent, whatever the answer calls the place', async () => {
  body = '{"ok":true,"channel":{},"ts":"1.2"}';
  expect(await send('D0ANA')).toEqual({ ok: true, ref: 'D0ANA/1.2', address: 'D0ANA' });
});
