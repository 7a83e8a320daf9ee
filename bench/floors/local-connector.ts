import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The least that Microsoft's connector can be: takes every message at once, and names it. */
let messages = 0;
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    messages += 1;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: String(messages) }));
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`"port":${(server.address() as AddressInfo).port}`);
});
