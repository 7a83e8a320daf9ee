import type { WebClient } from '@slack/web-api';
import type { Transport } from './client.ts';
import { type Failure, failureOf } from './failures.ts';
import type { TokenWatch } from './token-watch.ts';

export type Attempt<T> = { readonly ok: true; readonly value: T } | Failure;

/** Calls of the Web API as values: none throws, each ends in time, and every failure is heard by the token's watch. */
export class Calls {
  private readonly transport: Transport;
  private readonly watch: TokenWatch;

  constructor(transport: Transport, watch: TokenWatch) {
    this.transport = transport;
    this.watch = watch;
  }

  async attempt<T>(call: (web: WebClient) => Promise<T>): Promise<Attempt<T>> {
    try {
      return { ok: true, value: await this.transport.call(call) };
    } catch (error) {
      const failure = failureOf(error);
      this.watch.heard(failure.code);
      return failure;
    }
  }

  /** All attempts inside `work` together are given up after `ms`. */
  within<T>(ms: number, work: () => Promise<T>): Promise<T> {
    return this.transport.within(ms, work);
  }
}
