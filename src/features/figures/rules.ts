import type { Account } from '../nudges/store.ts';

/** The reasons, in the order in which they are shown. */
export const outcomes = ['sent', 'paused', 'unpaired', 'unreachable', 'failed', 'missed', 'pending'] as const;

export type Outcome = (typeof outcomes)[number];

export interface ShownAccount {
  readonly eligible: number;
  readonly shown: readonly { readonly outcome: Outcome; readonly members: number }[];
  /** Groups too small to show alone, as one sum; null when there is none. */
  readonly together: { readonly outcomes: readonly Outcome[]; readonly members: number } | null;
}

/**
 * An account that points at nobody. Null when fewer than `smallest` members were eligible. A group below `smallest` is
 * shown only within a sum of at least two groups and `smallest` members, so that subtracting the others from the total
 * gives that sum and no more. Groups of nobody are left out.
 */
export function withhold(account: Account, smallest: number): ShownAccount | null {
  if (account.eligible < smallest) return null;
  const groups = outcomes
    .map((outcome) => ({ outcome, members: account[outcome] }))
    .filter((group) => group.members > 0)
    .sort((one, other) => one.members - other.members);
  const isSmall = (members: number): boolean => members < smallest;
  let count = groups.filter((group) => isSmall(group.members)).length;
  if (count === 0) return { eligible: account.eligible, shown: inOrder(groups), together: null };
  while (count < groups.length && (count < 2 || isSmall(sumOf(groups.slice(0, count))))) count += 1;
  const small = groups.slice(0, count);
  return {
    eligible: account.eligible,
    shown: inOrder(groups.slice(count)),
    together: { outcomes: inOrder(small).map((group) => group.outcome), members: sumOf(small) },
  };
}

/**
 * How many pairs noted a check-in, or null where the number, or what is left when it is taken from the members who were
 * sent a nudge, would speak of fewer than `smallest` people.
 */
export function withholdPairs(
  checkins: { readonly pairs: number; readonly people: number },
  sent: number,
  smallest: number,
): number | null {
  const { pairs, people } = checkins;
  return people < smallest || sent - people < smallest ? null : pairs;
}

function sumOf(groups: readonly { readonly members: number }[]): number {
  return groups.reduce((sum, group) => sum + group.members, 0);
}

function inOrder<Group extends { readonly outcome: Outcome }>(groups: readonly Group[]): Group[] {
  return [...groups].sort((one, other) => outcomes.indexOf(one.outcome) - outcomes.indexOf(other.outcome));
}
