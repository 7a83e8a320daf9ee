import { request } from 'node:http';
import { FORM, signedRequest } from './signer.ts';
import type { Answer, Fields, Kind, Sent } from './types.ts';

export type Raw = Omit<Answer, 'shown'>;

/** How a redelivery says that it is one. */
export interface Retry {
  readonly num: number;
  readonly reason: string;
}

/** A way to the app: its HTTP endpoint, or its Socket Mode connection. */
export interface Route {
  prepare(kind: Kind, payload: Fields, retry?: Retry): Sent;
  transmit(sent: Sent): Promise<Raw>;
}

/** Reads a JSON object out of an answer's text, where there is one. */
export function jsonOf(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

function encode(kind: Kind, payload: Fields): { body: string; contentType: string } {
  if (kind === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' };
  const fields =
    kind === 'slash_commands' ? (payload as Record<string, string>) : { payload: JSON.stringify(payload) };
  return { body: new URLSearchParams(fields).toString(), contentType: FORM };
}

/** Posts bytes to `url` and waits for the answer. A connection of its own each time, so that none is stale. */
export function post(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  patienceMs: number,
): Promise<Raw> {
  const start = performance.now();
  const ms = () => Math.round(performance.now() - start);
  return new Promise((resolve) => {
    const none = (why: string) => resolve({ status: 0, body: null, text: why, ms: ms() });
    const length = String(Buffer.byteLength(body));
    const options = {
      method: 'POST',
      agent: false,
      headers: { ...headers, 'content-length': length },
    } as const;
    const outgoing = request(url, options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', (error) => none(error.message));
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: incoming.statusCode ?? 0, body: jsonOf(text), text, ms: ms() });
      });
    });
    outgoing.setTimeout(patienceMs, () => outgoing.destroy(new Error(`no answer within ${patienceMs} ms`)));
    outgoing.on('error', (error) => none(error.message));
    outgoing.end(body);
  });
}

/** The way to an app that listens on HTTP, signed with its secret. */
export function httpRoute(url: URL, secret: string, patienceMs: number): Route {
  return {
    prepare(kind, payload, retry) {
      const { body, contentType } = encode(kind, payload);
      const again = retry && { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason };
      const headers = {
        'user-agent': 'Slackbot 1.0',
        ...signedRequest(secret, body, { contentType }),
        ...again,
      };
      return { kind, payload, headers, body };
    },
    transmit: (sent) => post(url, sent.body, sent.headers, patienceMs),
  };
}
