import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The least that a Web API can be: takes every message at once. In a process of its own, for all who are measured. */
const scopes = 'commands,chat:write,im:write,users:read';
let messages = 0;
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    const answer = (body: object): void => {
      response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': scopes });
      response.end(JSON.stringify(body));
    };
    if (request.url === '/api/chat.postMessage') {
      messages += 1;
      answer({ ok: true, channel: 'D0', ts: `${messages}.000001` });
    } else if (request.url === '/api/auth.test') {
      answer({ ok: true, team_id: 'T0', user_id: 'U0', bot_id: 'B0' });
    } else answer({ ok: true, channel: { id: 'D0' } });
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`"port":${(server.address() as AddressInfo).port}`);
});
