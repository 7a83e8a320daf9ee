/** One thing that is measured against a bare floor in the same run. */
export interface Figure {
  /** What it is called on the command line. */
  readonly name: string;
  /** What a reader sees, with the unit of its numbers. */
  readonly title: string;
  /** What takes the time, as profiles show it; told where an aim is not met. */
  readonly inTheWay: string;
  measure(): Promise<readonly Measured[]>;
}

export interface Measured {
  readonly what: string;
  /** Buddy's number and the floor's, in the unit that `what` says. */
  readonly ours: number;
  readonly floor: number;
  /** What the floor is. */
  readonly against: string;
  readonly ratio: number;
  readonly aim: Aim;
}

/** The ratio is to be at least, or at most, this. */
export type Aim = { readonly atLeast: number } | { readonly atMost: number };

export function meets({ ratio, aim }: Pick<Measured, 'ratio' | 'aim'>): boolean {
  return 'atLeast' in aim ? ratio >= aim.atLeast : ratio <= aim.atMost;
}

/** The middle one of an odd number of rounds. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * Plays the floor and Buddy in turns, so that a noisy neighbour hits both.
 */
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

/** The median of each side, side by side. */
export function compared<T>(
  { ours, floor }: { readonly ours: readonly T[]; readonly floor: readonly T[] },
  read: (round: T) => number,
  said: Pick<Measured, 'what' | 'against' | 'aim'>,
): Measured {
  const [mine, bare] = [median(ours.map(read)), median(floor.map(read))];
  return { ...said, ours: mine, floor: bare, ratio: mine / bare };
}
