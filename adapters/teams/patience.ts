import { AsyncLocalStorage } from 'node:async_hooks';
import { tooLate, within } from '../../src/system/within.ts';

/** Ours: as long as a delivery may take, whatever it has to ask on the way. */
export const patienceMs = 10_000;

/** Calls of Microsoft end in time: each by itself, or all inside one piece of work together; and all when closed. */
export class Patience {
  private readonly deadline = new AsyncLocalStorage<AbortSignal | undefined>();
  private readonly closing = new AbortController();
  private readonly underWay = new Set<() => void>();

  /** When to give up a call that begins now: as `within` says, else after 10 s. */
  signal(): AbortSignal {
    return this.deadline.getStore() ?? this.signalAfter(patienceMs);
  }

  /** Throws `GaveUp` after `ms`, and nothing inside `work` is sent any more. */
  async within<T>(ms: number, work: () => Promise<T>): Promise<T> {
    // Every answer needs one, and two signals that are combined take several times as long (docs/decisions/0016).
    const ending = new AbortController();
    const givenUp = Promise.withResolvers<never>();
    const giveUp = (): void => {
      ending.abort();
      givenUp.reject(new GaveUp());
    };
    this.underWay.add(giveUp);
    if (this.closing.signal.aborted) giveUp();
    try {
      const done = Promise.race([this.deadline.run(ending.signal, work), givenUp.promise]);
      if ((await within(ms, done, tooLate)) === tooLate) giveUp();
      return await done;
    } finally {
      this.underWay.delete(giveUp);
    }
  }

  /** For work that others wait for as well: no matter who began it, its calls have patience of their own. */
  apart<T>(work: () => Promise<T>): Promise<T> {
    return this.deadline.run(undefined, work);
  }

  /** Breaks off whatever is under way. */
  close(): void {
    this.closing.abort(new GaveUp());
    for (const giveUp of this.underWay) giveUp();
  }

  private signalAfter(ms: number): AbortSignal {
    return AbortSignal.any([this.closing.signal, AbortSignal.timeout(ms)]);
  }
}

/** No answer came in time, or nobody waits for it any longer. */
export class GaveUp extends Error {
  override readonly name = 'GaveUp';
  readonly code = 'timeout';
}
