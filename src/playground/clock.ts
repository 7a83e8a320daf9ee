import type { Clock } from '../system/clock.ts';

/** The ward's clock. It goes as the real one does, from wherever it was put. */
export interface WardClock extends Clock {
  /** Forward only: an instant that has passed changes nothing. */
  advance(to: number): void;
  /** Back to the beginning, together with everything else on the ward. */
  restart(at: number): void;
}

export function createWardClock(real: Clock, start: number): WardClock {
  let ahead = start - real.now();
  const now = (): number => real.now() + ahead;
  return {
    now,
    advance(to) {
      ahead += Math.max(0, to - now());
    },
    restart(at) {
      ahead = at - real.now();
    },
  };
}
