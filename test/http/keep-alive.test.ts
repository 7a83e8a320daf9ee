import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { createPort } from '../../src/http/server.ts';

test('a connection waits for the next request for longer than a proxy keeps it', async () => {
  const http = createPort();
  http.getOrHead('/', (_request, response) => response.end('here'));
  const port = await http.listen('127.0.0.1', 0);
  const socket = connect(port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  const [, seconds] = /keep-alive: timeout=(\d+)/i.exec(String(answer)) ?? [];
  expect(Number(seconds)).toBeGreaterThan(60);
  socket.destroy();
  await http.close();
});
