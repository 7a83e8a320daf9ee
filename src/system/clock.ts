/** Tells what time it is, in epoch milliseconds. Only this file asks the machine. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** Milliseconds since some moment or other: for how long something took. Nobody can set it, and it never jumps. */
export const uptime: Clock = { now: () => performance.now() };
