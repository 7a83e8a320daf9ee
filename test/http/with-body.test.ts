import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { UnderWay } from '../../src/http/under-way.ts';
import { withBody } from '../../src/http/with-body.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

test('who hangs up while their headers are judged is not waited for, and who stays is heard', async () => {
  const underWay = new UnderWay({ bytes: 100, bodies: 10 });
  let waitedFor = 0;
  const begins = underWay.begins.bind(underWay);
  underWay.begins = (giveUp) => {
    waitedFor += 1;
    return begins(giveUp);
  };
  const judged = Promise.withResolvers<boolean>();
  const terms = { maxBytes: 100, admits: () => judged.promise };
  server = createServer(
    withBody(terms, (_request, body, response) => response.end(`heard ${body}`), underWay),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sends = (body: string) => {
    const socket = connect(port, '127.0.0.1');
    socket.write(`POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\n\r\n${body}`);
    return socket;
  };
  const gone = sends('1');
  const stays = sends('12345');
  await sleep(50);
  gone.destroy();
  await sleep(50);
  judged.resolve(true);
  const [answer] = (await once(stays, 'data')) as [Buffer];
  expect(String(answer)).toContain('heard 12345');
  expect(waitedFor).toBe(1);
});
