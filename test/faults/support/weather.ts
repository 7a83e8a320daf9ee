import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request of the program to its platform. */
export interface Asked {
  /** By the clock of the run. */
  readonly at: number;
  /** By one that nobody sets. */
  readonly realAt: number;
  /** Whether it brings a new message. */
  readonly isMessage: boolean;
  /** Whose chat; empty where it is nobody's. */
  readonly chat: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What becomes of a request. `instead`: the platform never sees it. `after`: it does, and its answer is replaced. */
export type Fate =
  | { readonly type: 'through' }
  | { readonly type: 'slow'; readonly ms: number }
  | { readonly type: 'hang up'; readonly when: 'before' | 'after' }
  | { readonly type: 'instead' | 'after'; readonly answer: Answer };

/** Stands between the program and a platform's stand-in. */
export interface Weather {
  readonly url: string;
  /** Every request, with what became of it. */
  readonly seen: readonly (Asked & { readonly fate: Fate })[];
  /** From now on. */
  becomes(fateOf: (asked: Asked) => Fate): void;
  stop(): Promise<void>;
}

export const through: Fate = { type: 'through' };

export async function startWeather(target: string, now: () => number): Promise<Weather> {
  const seen: (Asked & { readonly fate: Fate })[] = [];
  let fateOf: (asked: Asked) => Fate = () => through;
  const server = createServer((incoming, response) => {
    void whole(incoming).then((body) => {
      const asked = { at: now(), realAt: performance.now(), ...readAsked(incoming, body) };
      const fate = fateOf(asked);
      seen.push({ ...asked, fate });
      meet(fate, { incoming, body, response, target });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    becomes(next) {
      fateOf = next;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Passage {
  readonly incoming: IncomingMessage;
  readonly body: Buffer;
  readonly response: ServerResponse;
  readonly target: string;
}

function meet(fate: Fate, passage: Passage): void {
  const { response } = passage;
  switch (fate.type) {
    case 'through':
      passOn(passage, (answer, body) =>
        response.writeHead(answer.statusCode ?? 502, answer.headers).end(body),
      );
      return;
    case 'slow':
      passOn(passage, (answer, body) =>
        setTimeout(() => {
          if (!response.destroyed) response.writeHead(answer.statusCode ?? 502, answer.headers).end(body);
        }, fate.ms).unref(),
      );
      return;
    case 'hang up':
      if (fate.when === 'before') response.destroy();
      else passOn(passage, () => response.destroy());
      return;
    case 'instead':
      say(response, fate.answer);
      return;
    case 'after':
      passOn(passage, () => say(response, fate.answer));
      return;
  }
}

function say(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(body);
}

function passOn(passage: Passage, then: (answer: IncomingMessage, body: Buffer) => void): void {
  const { incoming, body, response, target } = passage;
  const { method, url, headers } = incoming;
  const outgoing: ClientRequest = request(new URL(url ?? '/', target), {
    method: method ?? 'POST',
    headers: { ...headers, host: new URL(target).host },
  });
  outgoing.on('response', (answer) => void whole(answer).then((text) => then(answer, text)));
  outgoing.on('error', () => response.destroy());
  outgoing.end(body);
}

async function whole(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Slack's methods and Microsoft's paths. */
function readAsked({ url = '', method }: IncomingMessage, body: Buffer): Pick<Asked, 'isMessage' | 'chat'> {
  const teams = /\/v3\/conversations\/([^/]+)\/activities/.exec(url);
  if (teams !== null) return { isMessage: method === 'POST', chat: decodeURIComponent(teams[1] ?? '') };
  const text = body.toString();
  const chat = text.startsWith('{')
    ? /"channel":"(\w+)"/.exec(text)?.[1]
    : (new URLSearchParams(text).get('channel') ?? undefined);
  return { isMessage: url.endsWith('/chat.postMessage'), chat: chat ?? '' };
}
