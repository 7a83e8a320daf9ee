import type { Account, Progress } from '../nudges/store.ts';

/** What became of a week's nudges, in the order in which it's shown. */
export const outcomes = ['sent', 'paused', 'unpaired', 'unreachable', 'failed', 'missed'] as const;

export type Outcome = (typeof outcomes)[number];

/** An account that points at nobody. */
export type ShownAccount =
  | {
      readonly type: 'groups';
      readonly eligible: number;
      readonly shown: readonly { readonly outcome: Outcome; readonly members: number }[];
      /** Everyone else. Neither which groups they are nor which of these are empty is told. */
      readonly together: number;
    }
  /** One outcome for everyone but fewer than the smallest group, which may be nobody. */
  | { readonly type: 'nearly-all'; readonly eligible: number; readonly outcome: Outcome };

/**
 * Null when fewer than `smallest` members were eligible. A group below `smallest`, an empty one too, is shown only within
 * a sum of at least two groups and `smallest` members, so that subtracting the others from the total gives that sum and
 * no more.
 */
export function withhold(account: Account, smallest: number): ShownAccount | null {
  const { eligible } = account;
  if (eligible < smallest) return null;
  const groups = outcomes
    .map((outcome) => ({ outcome, members: account[outcome] }))
    .sort((one, other) => one.members - other.members);
  const largest = groups.at(-1);
  if (largest !== undefined && eligible - largest.members < smallest)
    return { type: 'nearly-all', eligible, outcome: largest.outcome };
  let together = 0;
  let count = 0;
  for (const { members } of groups) {
    if (members >= smallest && count >= 2 && together >= smallest) break;
    together += members;
    count += 1;
  }
  const shown = groups.slice(count);
  shown.sort((one, other) => outcomes.indexOf(one.outcome) - outcomes.indexOf(other.outcome));
  return { type: 'groups', eligible, shown, together };
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

/**
 * What may be told of a week that isn't over: in steps of `smallest`, zero for fewer. Anyone who looks again and again learns
 * nothing of one person: `progress` leaves out those who had their Monday with too few others.
 */
export function inSteps({ sent, failed, waiting }: Progress, smallest: number): Progress {
  const step = (members: number): number => Math.floor(members / smallest) * smallest;
  return { sent: step(sent), failed: step(failed), waiting: step(waiting) };
}
