import { stringify } from 'node:querystring';
import {
  type FetchFunction,
  type Logger,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebClient,
  type WebClientOptions,
} from '@slack/web-api';
import { type Json, objectIn, string } from '../shared/json.ts';
import { Connection, headerIn, type WebAnswer } from './connection.ts';

/** Seconds, for a 429 that does not say how long: without a number the SDK does not take it for one. */
const retryAfterUnsaid = 30;

/** What goes out by the thousand on a Monday. */
type Delivery = 'chat.postMessage' | 'chat.update';

/** The way to Slack: one pool of kept-alive connections under Slack's own client. */
export interface Transport {
  readonly web: WebClient;
  /** Options for the clients that Bolt makes itself, so that they use the same pool. */
  readonly clientOptions: WebClientOptions;
  /**
   * The same call as `web` would make, without the log, the queue and the retries that the SDK prepares for each: they take
   * as long as the call itself. Throws the SDK's errors.
   */
  deliver(method: Delivery, message: Record<string, string | boolean>): Promise<Json>;
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
  token: string;
  apiUrl: string | null;
  logger: Logger;
}): Transport {
  const connection = new Connection();
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
  const web = new WebClient(options.token, clientOptions);
  const urls: Record<Delivery, URL> = {
    'chat.postMessage': new URL('chat.postMessage', web.slackApiUrl),
    'chat.update': new URL('chat.update', web.slackApiUrl),
  };
  const headers = {
    authorization: `Bearer ${options.token}`,
    'content-type': 'application/x-www-form-urlencoded',
  };
  return {
    web,
    clientOptions,
    deliver: async (method, message) =>
      resultOf(await connection.post(urls[method], headers, asForm(message))),
    within: (ms, work) => connection.within(ms, work),
    close: () => connection.close(),
  };
}

/** V8's own encoding takes half as long as the module's, which goes through a card sign by sign. */
function asForm(message: Record<string, string | boolean>): string {
  return stringify(message, '&', '=', { encodeURIComponent });
}

/** As the SDK reads an answer. */
function resultOf(answer: WebAnswer): Json {
  const { status, text } = answer;
  const seconds = Number.parseInt(headerIn(answer, 'retry-after') ?? '', 10);
  if (status === 429) throw new WebAPIRateLimitedError(Number.isNaN(seconds) ? retryAfterUnsaid : seconds);
  if (status !== 200) throw new WebAPIHTTPError(status, String(status), {}, text);
  // What is no JSON is no answer of Slack's, whatever its status.
  const result = objectIn(text);
  if (result.ok === true) return result;
  const metadata = Number.isNaN(seconds) ? {} : { response_metadata: { retryAfter: seconds } };
  throw new WebAPIPlatformError({ ok: false, error: string(result.error), ...metadata });
}

/** What the SDK needs of `fetch`. */
function fetchOn(connection: Connection): FetchFunction {
  return async (url, { headers: asked = {}, body } = {}) => {
    const answer = await connection.post(new URL(url), asked, typeof body === 'string' ? body : null);
    const { status, text } = answer;
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
