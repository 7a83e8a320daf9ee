import type { Limits } from './rules.ts';

/** How a week's deliveries go, for a week that isn't over. Says nothing of who got none. */
export interface Progress {
  readonly sent: number;
  readonly failed: number;
  readonly waiting: number;
}

/** The finest steps. All others are multiples of them. */
const finest = 11;

/**
 * In which steps a week that isn't over is told: the first multiple of eleven that isn't below the smallest group. An
 * administrator may set that to 5, 6, 7 and so on while a Monday runs; steps of these would together tell the very number.
 */
export function stepOf({ smallest }: Limits): number {
  return Math.ceil(smallest / finest) * finest;
}

/**
 * What may be told of a week that isn't over: in steps, zero for fewer. Anyone who looks again and again learns nothing of one
 * person: what's counted leaves out those who had their Monday with too few others.
 */
export function inSteps({ sent, failed, waiting }: Progress, limits: Limits): Progress {
  const step = stepOf(limits);
  const down = (members: number): number => Math.floor(members / step) * step;
  return { sent: down(sent), failed: down(failed), waiting: down(waiting) };
}
