import { AsyncLocalStorage } from 'node:async_hooks';
import { type FetchFunction, type Logger, WebClient, type WebClientOptions } from '@slack/web-api';
import { Agent } from 'undici';

const patienceMs = 10_000;
const connections = 32;
/** For a 429 that does not say how long, so that the SDK still recognises it. */
const retryAfterUnsaid = '30';

/** The way to Slack: one pool of kept-alive connections under Slack's own client. */
export interface Transport {
  readonly web: WebClient;
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
  token: string;
  apiUrl: string | null;
  logger: Logger;
}): Transport {
  const agent = new Agent({ connections, allowH2: false });
  const deadline = new AsyncLocalStorage<AbortSignal>();
  const clientOptions = {
    ...(options.apiUrl === null ? {} : { slackApiUrl: options.apiUrl }),
    logger: options.logger,
    fetch: pooledFetch(agent, () => deadline.getStore() ?? AbortSignal.timeout(patienceMs)),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    // Calls never queue inside the client: who waits there would wait beyond its deadline, unseen.
    maxRequestConcurrency: Number.POSITIVE_INFINITY,
  };
  return {
    web: new WebClient(options.token, clientOptions),
    clientOptions,
    within: (ms, work) => deadline.run(AbortSignal.timeout(ms), work),
    close: () => agent.destroy(),
  };
}

/** No whole answer came. `code` is Node's, undici's, or `timeout`. */
class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly code: string;

  constructor(code: string, cause: unknown) {
    super('no answer from Slack', { cause });
    this.code = code;
  }
}

/** What the SDK needs of `fetch`, on undici's plain requests: several times as many calls a second as with fetch. */
function pooledFetch(agent: Agent, signalNow: () => AbortSignal): FetchFunction {
  return async (url, init = {}) => {
    const { status, headers, text } = await ask(agent, new URL(url), init, signalNow());
    const header = (name: string) => [headers[name]].flat()[0] ?? null;
    return {
      ok: status >= 200 && status < 300,
      status,
      statusText: String(status),
      url: String(url),
      headers: {
        get: (name) => header(name) ?? (name === 'retry-after' && status === 429 ? retryAfterUnsaid : null),
        entries: () => Object.keys(headers).map((name): [string, string] => [name, header(name) ?? '']),
      },
      arrayBuffer: async () => new TextEncoder().encode(text).buffer,
      json: async () => JSON.parse(text),
      text: async () => text,
    };
  };
}

type Init = NonNullable<Parameters<FetchFunction>[1]>;

/** The answer is read to its end in here, so that the deadline holds for all of it. */
async function ask(agent: Agent, { origin, pathname, search }: URL, init: Init, signal: AbortSignal) {
  try {
    const { statusCode, headers, body } = await agent.request({
      origin,
      path: `${pathname}${search}`,
      method: 'POST',
      headers: init.headers ?? {},
      body: typeof init.body === 'string' ? init.body : null,
      signal,
    });
    return { status: statusCode, headers, text: await body.text() };
  } catch (error) {
    throw new NoAnswer(signal.aborted ? 'timeout' : codeIn(error), error);
  }
}

function codeIn(error: unknown): string {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: { code?: unknown } };
  return [code, cause?.code].find((one) => typeof one === 'string') ?? 'no_connection';
}
