import http, { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { OneCredential } from '../../adapters/teams/credentials.ts';
import { failureOf } from '../../adapters/teams/failures.ts';
import { Messages } from '../../adapters/teams/messages.ts';
import { Patience } from '../../adapters/teams/patience.ts';

let server: Server;
let answer: { readonly status: number; readonly body: string };
const asked: {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}[] = [];

beforeEach(async () => {
  answer = { status: 201, body: '{"id":"1"}' };
  asked.length = 0;
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      asked.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
      const location = answer.status === 307 ? { location: `${origin()}/elsewhere` } : {};
      response.writeHead(answer.status, { 'content-type': 'application/json', ...location }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const fresh = () => {
  const patience = new Patience();
  return new Messages(new OneCredential(null, patience), patience);
};
const message = { type: 'message', text: 'Zoë, 早上好' };

test('a message goes where its chat is, whatever stands in the ids', async () => {
  const chat = { serviceUrl: `${origin()}/amer/`, conversation: 'a:1/2;x=%?#é' };
  expect(await fresh().send(chat, message)).toEqual({ id: '1' });
  await fresh().send({ ...chat, serviceUrl: `${origin()}/amer` }, message, 'f:/3');
  await fresh().change(chat, '4', message);
  const path = '/amer/v3/conversations/a%3A1%2F2%3Bx%3D%25%3F%23%C3%A9/activities';
  expect(asked.map(({ line }) => line)).toEqual([`POST ${path}`, `POST ${path}/f%3A%2F3`, `PUT ${path}/4`]);
  expect(asked.map(({ body }) => JSON.parse(body))).toEqual([message, message, message]);
  expect(asked[0]?.headers['content-type']).toBe('application/json; charset=utf-8');
});

test('in local mode nothing is signed', async () => {
  await fresh().send({ serviceUrl: origin(), conversation: 'a' }, message);
  expect(asked[0]?.headers.authorization).toBeUndefined();
});

test.each(['', 'accepted', '[]', '"1"', '{"id"'])('%j tells no id', async (body) => {
  answer = { status: 200, body };
  expect((await fresh().send({ serviceUrl: origin(), conversation: 'a' }, message)).id).toBeUndefined();
});

test.each([
  ['{"error":{"code":"BadSyntax","message":"no"}}', 'BadSyntax'],
  ['{"code":"BadSyntax","message":"no"}', 'BadSyntax'],
  ['{"error":"no"}', 'http_400'],
  ['no', 'http_400'],
  ['', 'http_400'],
])('%j refuses as %s', async (body, code) => {
  answer = { status: 400, body };
  const refused = fresh().send({ serviceUrl: origin(), conversation: 'a' }, message);
  await expect(refused.catch(failureOf)).resolves.toEqual({ ok: false, why: 'rejected', code });
});

test("a redirect is not followed: it could lead off Microsoft's hosts", async () => {
  answer = { status: 307, body: '' };
  const refused = fresh().send({ serviceUrl: origin(), conversation: 'a' }, message);
  await expect(refused.catch(failureOf)).resolves.toMatchObject({ why: 'temporary', code: 'http_307' });
  expect(asked).toHaveLength(1);
});

test("a hospital's proxy is gone through", async () => {
  const led: string[] = [];
  server.on('connect', ({ url }, socket) => {
    led.push(url ?? '');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  const back = http.setGlobalProxyFromEnv({ https_proxy: origin(), no_proxy: 'localhost' });
  try {
    const sent = fresh().send({ serviceUrl: 'https://connector.invalid/amer/', conversation: 'a' }, message);
    await expect(sent).rejects.toThrow();
    expect(led).toEqual(['connector.invalid:443']);
  } finally {
    back();
  }
});
