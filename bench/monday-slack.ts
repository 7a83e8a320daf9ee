import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A Slack that takes everything at once and tells what came: for those who wait for a certain message. */
export interface MondaySlack {
  readonly origin: string;
  /** The `ts` of the last message in a chat. Throws where there's none. */
  lastIn(channel: string): string;
  /** How many messages were posted. */
  posted(): number;
  /** Resolves once this happens: `changed <ts>`, `answered <path>`, `posted <channel>`. To be called before. */
  once(what: string): Promise<void>;
  close(): void;
}

const scopes = 'commands,chat:write,im:write,users:read';

export async function startMondaySlack(): Promise<MondaySlack> {
  const lastTs = new Map<string, string>();
  const awaited = new Map<string, () => void>();
  let posted = 0;
  const happened = (what: string): void => {
    awaited.get(what)?.();
    awaited.delete(what);
  };
  const take = (url: string, body: URLSearchParams): object => {
    const channel = body.get('channel') ?? '';
    switch (url) {
      case '/api/auth.test':
        return { ok: true, team_id: 'T0', user_id: 'U0', bot_id: 'B0' };
      case '/api/conversations.open':
        return { ok: true, channel: { id: `D${body.get('users')?.slice(1)}` } };
      case '/api/chat.postMessage': {
        posted += 1;
        const ts = `${posted}.000001`;
        lastTs.set(channel, ts);
        happened(`posted ${channel}`);
        return { ok: true, channel, ts };
      }
      case '/api/chat.update':
        happened(`changed ${body.get('ts')}`);
        return { ok: true, channel, ts: body.get('ts') };
      default:
        happened(`answered ${url}`);
        return { ok: true };
    }
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = take(request.url ?? '', new URLSearchParams(Buffer.concat(chunks).toString()));
      response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': scopes });
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lastIn(channel) {
      const ts = lastTs.get(channel);
      if (ts === undefined) throw new Error(`nothing was posted in ${channel}`);
      return ts;
    },
    posted: () => posted,
    once: (what) =>
      new Promise((resolve) => {
        awaited.set(what, resolve);
      }),
    close: () => void server.close(),
  };
}
