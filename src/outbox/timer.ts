/** Runs something once, after so many milliseconds, unless it is cancelled. Passed in, so that tests own the time. */
export type After = (ms: number, run: () => void) => Cancel;

export type Cancel = () => void;

export const systemAfter: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** The same alarms, all of which can be cancelled together: none outlives its owner. */
export function createTimers(after: After): { readonly after: After; readonly cancelAll: Cancel } {
  const pending = new Set<Cancel>();
  return {
    after: (ms, run) => {
      const cancel = after(ms, () => {
        pending.delete(forget);
        run();
      });
      const forget = (): void => {
        pending.delete(forget);
        cancel();
      };
      pending.add(forget);
      return forget;
    },
    cancelAll: () => {
      for (const cancel of [...pending]) cancel();
    },
  };
}
