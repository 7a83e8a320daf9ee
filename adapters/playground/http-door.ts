import type { IncomingMessage, ServerResponse } from 'node:http';
import { type GenericSchema, safeParse } from 'valibot';
import type { HttpHandle, PostHandle, PostTerms } from '../../src/chat/adapter.ts';
import { isForwarded } from '../../src/chat/forwarded.ts';
import { type Log, loggedError } from '../../src/system/logger.ts';
import type { InFlight } from '../shared/in-flight.ts';
import { words as sharedWords } from '../shared/words.en.ts';
import { type Answer, refused } from './answer.ts';
import { requestBytes } from './limits.ts';
import { words } from './words.en.ts';

/** Names of this machine; a browser that was led here under any other name (DNS rebinding) is turned away. */
const thisMachine = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

/**
 * What stands before every request of the playground: it answers to this machine by its own name, and to its own pages.
 * What is turned away here has changed nothing.
 */
export class HttpDoor {
  private readonly inFlight: InFlight;
  private readonly log: Log;
  private closed = false;

  constructor(inFlight: InFlight, log: Log) {
    this.inFlight = inFlight;
    this.log = log;
  }

  /** From now on everything is turned away. */
  close(): void {
    this.closed = true;
  }

  /** A page or a file of it: other sites may link to it. */
  page(show: (response: ServerResponse, query: URLSearchParams) => Promise<void>): HttpHandle {
    return (request, response) => {
      const refusal = this.refusal(request, 'link');
      if (refusal !== null) return send(response, refusal);
      show(response, queryOf(request)).catch((error: unknown) => this.failed(response, error));
    };
  }

  get(handle: (query: URLSearchParams) => Promise<Answer> | Answer): HttpHandle {
    return (request, response) => {
      const refusal = this.refusal(request, 'call');
      if (refusal !== null) return send(response, refusal);
      this.run(response, async () => handle(queryOf(request)));
    };
  }

  /** A response that stays open; `open` answers with a refusal, or null once it has taken the response over. */
  stream(open: (query: URLSearchParams, response: ServerResponse) => Answer | null): HttpHandle {
    return (request, response) => {
      const refusal = this.refusal(request, 'call') ?? open(queryOf(request), response);
      if (refusal !== null) send(response, refusal);
    };
  }

  readonly terms: PostTerms = {
    maxBytes: requestBytes,
    admits: (request, response) => {
      const refusal = this.refusal(request, 'call') ?? refusalOfPost(request);
      if (refusal !== null) send(response, refusal);
      return refusal === null;
    },
  };

  post<Body>(
    shape: GenericSchema<unknown, Body>,
    handle: (body: Body) => Promise<Answer> | Answer,
  ): PostHandle {
    return (request, body, response) => {
      const refusal = this.refusal(request, 'call');
      if (refusal !== null) return send(response, refusal);
      const read = parsed(body.toString(), shape);
      if (!read.ok) return send(response, refused(400, read.why));
      this.run(response, async () => handle(read.body));
    };
  }

  private run(response: ServerResponse, work: () => Promise<Answer>): void {
    this.inFlight
      .run(async () => send(response, await work()))
      .catch((error: unknown) => this.failed(response, error));
  }

  private failed(response: ServerResponse, error: unknown): void {
    this.log.error('a request of the playground failed', {
      platform: 'playground',
      error: loggedError(error),
    });
    if (response.headersSent) response.destroy();
    else send(response, refused(500, sharedWords.bug));
  }

  private refusal(request: IncomingMessage, kind: 'link' | 'call'): Answer | null {
    if (this.closed) return refused(503, words.stopping);
    if (!thisMachine.test(request.headers.host ?? '')) return refused(403, words.wrongHost);
    if (isForwarded(request.headers)) return refused(403, words.forwarded);
    if (kind === 'call' && isCrossSite(request)) return refused(403, words.otherSite);
    return null;
  }
}

/** What the browser says of where the request comes from; without a browser nobody says anything. */
function isCrossSite({ headers }: IncomingMessage): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return true;
  const { origin } = headers;
  return (
    origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== headers.host?.toLowerCase())
  );
}

function refusalOfPost({ headers }: IncomingMessage): Answer | null {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return refused(415, words.notJson);
  return Number(headers['content-length'] ?? 0) > requestBytes ? refused(413, words.tooLarge) : null;
}

type Read<Body> = { readonly ok: true; readonly body: Body } | { readonly ok: false; readonly why: string };

function parsed<Body>(text: string, shape: GenericSchema<unknown, Body>): Read<Body> {
  const json = parseJson(text);
  if (json === undefined) return { ok: false, why: words.notJson };
  const result = safeParse(shape, json);
  if (result.success) return { ok: true, body: result.output };
  return { ok: false, why: words.notFit(String(result.issues[0].path?.[0]?.key ?? '').slice(0, 40)) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function queryOf(request: IncomingMessage): URLSearchParams {
  const [, query = ''] = (request.url ?? '').split('?');
  return new URLSearchParams(query);
}

function send(response: ServerResponse, { status, json }: Answer): void {
  const body = JSON.stringify(json);
  response.writeHead(status, {
    ...safely,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(body);
}

/** On everything that the playground sends: nothing but its own files runs, and nobody frames it. */
export const safely = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
} as const;
