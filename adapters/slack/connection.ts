import { AsyncLocalStorage } from 'node:async_hooks';
import type { Dispatcher } from 'undici';
import { tooLate, within } from '../../src/system/within.ts';
import { dispatcherFor, type WayOut } from './way-out.ts';

const patienceMs = 10_000;
const connections = 32;

/** A whole answer of Slack's. */
export interface WebAnswer {
  readonly status: number;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** What a header of the answer says, at first. */
export function headerIn({ headers }: WebAnswer, name: string): string | null {
  return [headers[name]].flat()[0] ?? null;
}

/** No whole answer came. `code` is Node's, undici's, or `timeout`. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly code: string;

  constructor(code: string, cause: unknown) {
    super('no answer from Slack', { cause });
    this.code = code;
  }
}

/** One pool of kept-alive connections, on undici's plain requests: several times as many calls a second as with fetch. */
export class Connection {
  private readonly agent: Dispatcher;
  private readonly deadline = new AsyncLocalStorage<AbortSignal>();

  constructor(wayOut: WayOut) {
    this.agent = dispatcherFor(wayOut, connections);
  }

  /** Throws NoAnswer. The answer is read to its end in here, so that the deadline holds for all of it. */
  async post(
    { origin, pathname, search }: URL,
    headers: Record<string, string>,
    body: string | null,
  ): Promise<WebAnswer> {
    const signal = this.deadline.getStore() ?? AbortSignal.timeout(patienceMs);
    const path = `${pathname}${search}`;
    try {
      const answer = await this.agent.request({ origin, path, method: 'POST', headers, body, signal });
      return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
    } catch (error) {
      throw new NoAnswer(signal.aborted ? 'timeout' : codeIn(error), error);
    }
  }

  /** All calls inside `work` together are given up after `ms`. */
  async within<T>(ms: number, work: () => Promise<T>): Promise<T> {
    // Not AbortSignal.timeout: that would stay with its timer for all its seconds, for each of a Monday's messages.
    const ending = new AbortController();
    const done = this.deadline.run(ending.signal, work);
    if ((await within(ms, done, tooLate)) === tooLate) ending.abort();
    return done;
  }

  /** Breaks off whatever is still under way. */
  close(): Promise<void> {
    return this.agent.destroy();
  }
}

function codeIn(error: unknown): string {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: { code?: unknown } };
  return [code, cause?.code].find((one) => typeof one === 'string') ?? 'no_connection';
}
