import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A platform that enforces its limit: of COUNT messages in any WINDOW_MS it takes each, and refuses what is beyond with 429
 * and Retry-After. Answers after LATENCY_MS, as one on the other side of a network does. Speaks as Slack's Web API and as
 * Microsoft's connector; GET / says what it has seen.
 */
const [count, windowMs] = [Number(process.env.COUNT), Number(process.env.WINDOW_MS)];
const latencyMs = Number(process.env.LATENCY_MS);
const taken: number[] = [];
const perChannel = new Map<string, number>();
let refused = 0;

function take(to: string): { status: number; retryAfter: number } {
  const now = Date.now();
  const since = taken.at(-count) ?? Number.NEGATIVE_INFINITY;
  if (now - since < windowMs) {
    refused += 1;
    const retryAfter = Math.ceil((since + windowMs - now) / 1000);
    return { status: 429, retryAfter };
  }
  taken.push(now);
  perChannel.set(to, (perChannel.get(to) ?? 0) + 1);
  return { status: 200, retryAfter: 0 };
}

const scopes = 'commands,chat:write,im:write,users:read';
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { url = '' } = request;
    const answer = (status: number, body: object, headers: Record<string, string> = {}): void => {
      response.writeHead(status, {
        'content-type': 'application/json',
        'x-oauth-scopes': scopes,
        ...headers,
      });
      response.end(JSON.stringify(body));
    };
    if (url === '/') {
      const doubled = [...perChannel.values()].filter((times) => times > 1).length;
      answer(200, {
        reached: perChannel.size,
        doubled,
        refused,
        lasted: (taken.at(-1) ?? 0) - (taken[0] ?? 0),
      });
    } else if (url === '/api/auth.test')
      answer(200, { ok: true, team_id: 'T0', user_id: 'U0', bot_id: 'B0' });
    else if (url === '/api/chat.postMessage' || url.startsWith('/v3/conversations/')) {
      const body = Buffer.concat(chunks).toString();
      const to = url.startsWith('/v3/') ? url : (new URLSearchParams(body).get('channel') ?? '');
      const { status, retryAfter } = take(to);
      const ts = `${taken.length}.000001`;
      setTimeout(() => {
        if (status === 429) answer(429, { ok: false }, { 'retry-after': String(retryAfter) });
        else answer(200, { ok: true, channel: to, ts, id: ts });
      }, latencyMs);
    } else answer(200, { ok: true, channel: { id: 'D0' } });
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`"port":${(server.address() as AddressInfo).port}`);
});
