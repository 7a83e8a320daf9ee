import type { After } from './timer.ts';

/** Lets one loop sleep until something happens. A ring while it is awake is not lost: the next sleep is over at once. */
export interface Bell {
  ring(): void;
  /** Ends at the first ring or after `ms`. */
  sleep(ms: number): Promise<void>;
}

export function createBell(after: After): Bell {
  let hasRung = false;
  let wakeUp: (() => void) | null = null;
  return {
    ring: () => {
      hasRung = true;
      wakeUp?.();
    },
    sleep: async (ms) => {
      if (!hasRung && ms > 0) {
        await new Promise<void>((resolve) => {
          const cancel = after(ms, resolve);
          wakeUp = () => {
            cancel();
            resolve();
          };
        });
      }
      wakeUp = null;
      hasRung = false;
    },
  };
}
