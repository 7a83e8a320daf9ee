import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { dispatcherFor } from '../../adapters/slack/way-out.ts';

let asked: string[];
let proxy: ReturnType<typeof createServer>;
let httpsProxy: string;
beforeEach(async () => {
  asked = [];
  proxy = createServer();
  proxy.on('connect', ({ url }, socket) => {
    asked.push(url ?? '');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  httpsProxy = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
afterEach(() => {
  proxy.close();
});

async function tried(origin: string, noProxy: string): Promise<unknown> {
  const dispatcher = dispatcherFor({ httpsProxy, noProxy }, 2);
  const failure = dispatcher.request({ origin, path: '/', method: 'GET' }).then(
    () => null,
    (error: { code?: string }) => error.code,
  );
  const code = await failure;
  await dispatcher.destroy();
  return code;
}

test('what NO_PROXY names is reached without the proxy, and so is what goes in the clear to this machine', async () => {
  expect(await tried('https://127.0.0.1:9', 'localhost,127.0.0.1')).toBe('ECONNREFUSED');
  expect(await tried('https://api.inside.invalid', '.inside.invalid')).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/);
  expect(await tried('http://127.0.0.1:9', '')).toBe('ECONNREFUSED');
  expect(asked).toEqual([]);
});

test('everything else goes to the proxy, and nowhere when it refuses', async () => {
  expect(await tried('https://slack.com', 'localhost,.inside.invalid')).toBe('UND_ERR_ABORTED');
  expect(asked).toEqual(['slack.com:443']);
});
