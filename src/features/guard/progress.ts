import type { Limits } from './rules.ts';

/** How a week's deliveries go, for a week that isn't over. Says nothing of who got none. */
export interface Progress {
  readonly sent: number;
  readonly failed: number;
  readonly waiting: number;
}

/**
 * What may be told of a week that isn't over: in steps of the smallest group, zero for fewer. Anyone who looks again and again
 * learns nothing of one person: what's counted leaves out those who had their Monday with too few others.
 */
export function inSteps({ sent, failed, waiting }: Progress, { smallest }: Limits): Progress {
  const step = (members: number): number => Math.floor(members / smallest) * smallest;
  return { sent: step(sent), failed: step(failed), waiting: step(waiting) };
}
