import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands before several servers and knows, as such things do, only /readyz. */
export interface Balancer {
  readonly url: string;
  /** `in turn`: to one that is ready. `to each`: to all at the same instant, as when something is delivered again too soon. */
  passes: 'in turn' | 'to each';
  add(url: string): void;
  /** How many said lately that they are. */
  readonly ready: number;
  /** How many requests none of them took. */
  readonly refused: number;
  stop(): Promise<void>;
}

interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const lookEveryMs = 200;

export async function startBalancer(...urls: readonly string[]): Promise<Balancer> {
  const ready = new Map(urls.map((url) => [url, true]));
  let [turn, refused] = [0, 0];
  const looking = setInterval(() => {
    for (const url of ready.keys()) {
      fetch(`${url}/readyz`).then(
        ({ status }) => ready.set(url, status === 200),
        () => ready.delete(url),
      );
    }
  }, lookEveryMs);

  async function pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await whole(incoming);
    const open = [...ready].filter(([, isReady]) => isReady).map(([url]) => url);
    turn += 1;
    const chosen =
      balancer.passes === 'to each' ? open : open.slice(turn % Math.max(1, open.length)).slice(0, 1);
    const answers = await Promise.all(chosen.map((url) => passOn(url, incoming, body)));
    // Anyone who handled it has something to say; the other knows it already.
    const answer = answers.reduce(
      (best, one) => (best.status >= 500 || one.body.length > best.body.length ? one : best),
      nobody,
    );
    if (answer.status >= 500) refused += 1;
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }

  const server = createServer((incoming, response) => void pass(incoming, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const balancer: Balancer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passes: 'in turn',
    add: (url) => void ready.set(url, true),
    get ready() {
      return [...ready.values()].filter((isReady) => isReady).length;
    },
    get refused() {
      return refused;
    },
    async stop() {
      clearInterval(looking);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return balancer;
}

const nobody: Answered = { status: 502, headers: {}, body: Buffer.alloc(0) };

function passOn(target: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answered> {
  return new Promise((resolve) => {
    const place = new URL(url ?? '/', target);
    const outgoing = request(
      place,
      { method: method ?? 'POST', headers: { ...headers, host: place.host }, agent: false },
      (answer) =>
        whole(answer).then(
          (text) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: text }),
          () => resolve(nobody),
        ),
    );
    outgoing.on('error', () => resolve(nobody));
    outgoing.end(body);
  });
}

async function whole(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
