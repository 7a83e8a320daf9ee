import type { Outcome } from './rules.ts';

/** Why a nudge did or did not arrive, as an administrator reads it. */
const outcomes: Record<Outcome, string> = {
  sent: 'were sent their questions',
  paused: 'had paused',
  unpaired: 'had no buddy',
  unreachable: 'could not be reached (blocked, or the account is closed)',
  failed: 'could not be sent for another reason',
  missed: 'could not be sent in time',
};

export const words = {
  outcomes,
  heading: 'How the last Mondays went',
  week: (week: string, day: string): string => `${day} (${week})`,
  eligible: (members: number): string => `${members} members were due. Of these:`,
  line: (members: number, outcome: Outcome): string => `${members} ${outcomes[outcome]}`,
  together: (members: number): string => `${members} otherwise, for reasons that are not shown one by one`,
  nearlyAll: (outcome: Outcome, smallest: number): string =>
    `All but fewer than ${smallest} ${outcomes[outcome]}. That may be all of them.`,
  tooFew: (smallest: number): string => `Nothing is shown: it would speak of fewer than ${smallest} people.`,
  underWay: 'This week is not over everywhere yet. How it went is shown once it is. So far:',
  progress: {
    sent: 'were sent their questions',
    failed: 'could not be reached',
    waiting: 'still wait for their questions',
  },
  atLeast: (members: number, what: string): string => `At least ${members} ${what}`,
  fewerThan: (smallest: number, what: string): string => `Fewer than ${smallest} ${what}, or nobody`,
  pairs: (pairs: number): string => `${pairs} pairs noted a check-in.`,
  pairsWithheld: 'How many pairs noted a check-in is not shown: the number would point at too few people.',
  none: 'No Monday has come yet.',
  sums: (smallest: number): string =>
    `Sums only, and none that speaks of fewer than ${smallest} people. Nobody can see who.`,
  notYours: 'That part is for the people who look after Buddy here.',
} as const;
