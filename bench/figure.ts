import type { Sizes } from './sizes.ts';

/** One thing that is measured against a bare floor in the same run. */
export interface Figure {
  /** What it's called on the command line, and where its table stands in docs/performance.md. */
  readonly name: string;
  measure(sizes: Sizes): Promise<readonly Measured[]>;
}

export interface Measured {
  readonly what: string;
  /** Buddy's number and the floor's, in the unit that `what` says. */
  readonly ours: number;
  readonly floor: number;
  /** What the floor is. */
  readonly against: string;
  readonly ratio: number;
  /** Null for what is told and has no aim. */
  readonly aim: Aim | null;
}

/** The ratio is to be at least, or at most, this. */
export type Aim = { readonly atLeast: number } | { readonly atMost: number };

export function meets(ratio: number, aim: Aim): boolean {
  return 'atLeast' in aim ? ratio >= aim.atLeast : ratio <= aim.atMost;
}

/** Plays the floor and Buddy in turns, so that a noisy neighbor hits both. */
export async function inTurns<T>(
  rounds: number,
  ours: () => Promise<T>,
  floor: () => Promise<T>,
): Promise<{ readonly ours: readonly T[]; readonly floor: readonly T[] }> {
  const played: { ours: T[]; floor: T[] } = { ours: [], floor: [] };
  for (let round = 0; round < rounds; round += 1) {
    played.floor.push(await floor());
    played.ours.push(await ours());
  }
  return played;
}

/** The best round of each side, by itself: what a neighbor took away is in the others. */
export function compared<T>(
  { ours, floor }: { readonly ours: readonly T[]; readonly floor: readonly T[] },
  read: (round: T) => number,
  said: Pick<Measured, 'what' | 'against' | 'aim'> & { readonly best: 'most' | 'least' },
): Measured {
  const { best, ...rest } = said;
  const bestOf = (rounds: readonly T[]): number =>
    best === 'most' ? Math.max(...rounds.map(read)) : Math.min(...rounds.map(read));
  return { ...rest, ...sideBySide(bestOf(ours), bestOf(floor)) };
}

export function sideBySide(ours: number, floor: number): Pick<Measured, 'ours' | 'floor' | 'ratio'> {
  return { ours, floor, ratio: ours / floor };
}

/** The value below which `share` of the numbers lie. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
