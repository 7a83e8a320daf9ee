import { AsyncLocalStorage } from 'node:async_hooks';
import { tooLate, within } from '../../src/system/within.ts';

/** Ours: as long as a delivery may take, whatever it has to ask on the way. */
export const patienceMs = 10_000;

/** Calls of Microsoft end in time: each by itself, or all inside one piece of work together; and all when closed. */
export class Patience {
  private readonly deadline = new AsyncLocalStorage<AbortSignal | undefined>();
  private readonly closing = new AbortController();
  private readonly underWay = new Set<AbortController>();

  /** When to give up a call that begins now: as `within` says, else after 10 s. */
  signal(): AbortSignal {
    return this.deadline.getStore() ?? this.signalAfter(patienceMs);
  }

  /** Throws `GaveUp` after `ms`, and nothing inside `work` is sent any more. */
  async within<T>(ms: number, work: () => Promise<T>): Promise<T> {
    // Every answer needs one, and two signals that are combined take several times as long (docs/decisions/0016).
    const ending = new AbortController();
    this.underWay.add(ending);
    if (this.closing.signal.aborted) ending.abort();
    try {
      const done = until(ending.signal, this.deadline.run(ending.signal, work));
      if ((await within(ms, done, tooLate)) === tooLate) ending.abort();
      return await done;
    } finally {
      this.underWay.delete(ending);
    }
  }

  /** For work that others wait for as well: whoever began it, its calls have patience of their own. */
  apart<T>(work: () => Promise<T>): Promise<T> {
    return this.deadline.run(undefined, work);
  }

  /** Breaks off whatever is under way. */
  close(): void {
    this.closing.abort(new GaveUp());
    for (const ending of this.underWay) ending.abort();
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

/** What `work` brings, unless the signal comes first. */
export async function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let giveUp = () => {};
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = () => reject(new GaveUp());
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([work, givenUp]);
  } finally {
    signal.removeEventListener('abort', giveUp);
    work.catch(() => {});
  }
}
