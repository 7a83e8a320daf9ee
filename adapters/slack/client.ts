import { type FetchFunction, type Logger, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Secret } from '../../src/system/secret.ts';
import { objectIn } from '../shared/json.ts';
import { Connection, headerIn } from './connection.ts';
import { codeOf, isAboutToken } from './failures.ts';
import type { WayOut } from './way-out.ts';

/** Seconds, for a 429 that does not say how long: without a number the SDK does not take it for one. */
const retryAfterUnsaid = 30;

/** The way to Slack: one pool of kept-alive connections under Slack's own client. */
export interface Transport {
  /**
   * One call, with the token as it stands now. Refused for its sake, and another has taken its place: once more with that. Of
   * what was refused nothing has happened, so nothing happens twice.
   */
  call<T>(work: (web: WebClient) => Promise<T>): Promise<T>;
  /** Options for the clients that Bolt makes itself, so that they use the same pool. */
  readonly clientOptions: WebClientOptions;
  /** All calls inside `work` together are given up after `ms`. */
  within<T>(ms: number, work: () => Promise<T>): Promise<T>;
  /** Breaks off whatever is still under way. */
  close(): Promise<void>;
}

/**
 * The SDK's own retries make duplicates when a connection breaks after delivery, so there are none here: the outbox
 * tries again.
 */
export function createTransport(options: {
  token: Secret;
  apiUrl: string | null;
  wayOut: WayOut;
  logger: Logger;
}): Transport {
  const connection = new Connection(options.wayOut);
  const clientOptions = {
    ...(options.apiUrl === null ? {} : { slackApiUrl: options.apiUrl }),
    logger: options.logger,
    fetch: fetchOn(connection),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    // Calls never queue inside the client: who waits there would wait beyond its deadline, unseen.
    maxRequestConcurrency: Number.POSITIVE_INFINITY,
  };
  const { token } = options;
  let client = new WebClient(token.value, clientOptions);
  const clientWith = (text: string): WebClient => {
    if (client.token !== text) client = new WebClient(text, clientOptions);
    return client;
  };
  return {
    call: (work) =>
      token.using(
        (text) => work(clientWith(text)),
        (error) => isAboutToken(codeOf(error) ?? ''),
      ),
    clientOptions,
    within: (ms, work) => connection.within(ms, work),
    close: () => connection.close(),
  };
}

/** What the SDK needs of `fetch`. */
function fetchOn(connection: Connection): FetchFunction {
  return async (url, { headers: asked = {}, body } = {}) => {
    const answer = await connection.post(new URL(url), asked, typeof body === 'string' ? body : null);
    const { status } = answer;
    const text = status !== 200 || isOfSlack(answer.text) ? answer.text : unreadable;
    const names = Object.keys(answer.headers);
    const unsaid = (name: string) =>
      name === 'retry-after' && status === 429 ? String(retryAfterUnsaid) : null;
    return {
      ok: status >= 200 && status < 300,
      status,
      statusText: String(status),
      url: String(url),
      headers: {
        get: (name) => headerIn(answer, name) ?? unsaid(name),
        entries: () => names.map((name): [string, string] => [name, headerIn(answer, name) ?? '']).values(),
      },
      arrayBuffer: async () => new TextEncoder().encode(text).buffer,
      json: async () => JSON.parse(text),
      text: async () => text,
    };
  };
}

/** Slack says yes or no. Whatever else a proxy makes up, the SDK would take for either. */
function isOfSlack(text: string): boolean {
  return typeof objectIn(text).ok === 'boolean';
}

const unreadable = JSON.stringify({ ok: false, error: 'unreadable_answer' });
