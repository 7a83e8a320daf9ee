/** Counts what is under way, so that stopping can wait for it. */
export class InFlight {
  private readonly running = new Set<Promise<unknown>>();

  run<T>(work: () => Promise<T>): Promise<T> {
    const promise = work();
    this.running.add(promise);
    const forget = () => this.running.delete(promise);
    promise.then(forget, forget);
    return promise;
  }

  /** Resolves when what is under way at this moment is not any more, however it ended. */
  async soFar(): Promise<void> {
    await Promise.allSettled(this.running);
  }

  /** Resolves when nothing is under way any more, however it ended. */
  async ended(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled(this.running);
  }
}
