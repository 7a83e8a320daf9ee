/** Everything that's counted of formal support. A count says nothing of when, and nothing of who. */
export const countedNames = [
  'closed',
  'reached-in-a-day',
  'talked',
  'declined',
  'no-answer',
  'ended',
  'offers',
  'onward',
  'group',
  'informal',
] as const;

export type Counted = (typeof countedNames)[number];

export type Sums = Readonly<Record<string, number>>;

/** Counted apart, and now as one. */
export function merged(all: readonly Sums[]): Sums {
  const sums: Record<string, number> = {};
  for (const [name, count] of all.flatMap((one) => Object.entries(one)))
    sums[name] = (sums[name] ?? 0) + count;
  return sums;
}

/** Kinds of event are counted beside the rest, and stay longer. */
const kindPrefix = 'kind:';

export function kindName(kind: string): string {
  return `${kindPrefix}${kind}`;
}

/** A batch is released once so many referrals have closed; whatever the hospital sets, never fewer. */
const smallestBatch = 11;

export interface Released {
  readonly counted: Readonly<Record<Counted, number>>;
  /** Null while some kind has fewer than a batch: then none is said. */
  readonly kinds: Readonly<Record<string, number>> | null;
}

/**
 * What may be said now; null while too few have closed. Kinds of event are said only where each that occurred has enough,
 * and are counted on until then.
 */
export function released(sums: Sums, smallestGroup: number): Released | null {
  const smallest = Math.max(smallestBatch, smallestGroup);
  if ((sums.closed ?? 0) < smallest) return null;
  const counted = Object.fromEntries(countedNames.map((name) => [name, sums[name] ?? 0]));
  const kinds = Object.entries(sums).filter(([name, count]) => name.startsWith(kindPrefix) && count > 0);
  const areEnough = kinds.length > 0 && kinds.every(([, count]) => count >= smallest);
  return {
    counted: counted as Released['counted'],
    kinds: areEnough
      ? Object.fromEntries(kinds.map(([name, count]) => [name.slice(kindPrefix.length), count]))
      : null,
  };
}
