import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { createPort } from '../../src/http/server.ts';

/** What a connection that stays open is answered. */
async function asking(socket: Socket): Promise<string> {
  socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return String(answer);
}

test('a connection waits for the next request for longer than a proxy keeps it, and is ended by the answer once the server is to stop', async () => {
  const http = createPort();
  http.getOrHead('/', (_request, response) => response.end('here'));
  const port = await http.listen('127.0.0.1', 0);
  const socket = connect(port, '127.0.0.1');
  const [, seconds] = /keep-alive: timeout=(\d+)/i.exec(await asking(socket)) ?? [];
  expect(Number(seconds)).toBeGreaterThan(60);

  http.retire();
  const ended = once(socket, 'end');
  expect(await asking(socket)).toMatch(/\r\nconnection: close\r\n/i);
  await ended;
  await http.close();
});
