import type { Outcome } from './rules.ts';

/** Why a nudge did or did not arrive, as an administrator reads it. */
const outcomes: Record<Outcome, string> = {
  sent: 'were sent their questions',
  paused: 'had paused',
  unpaired: 'had no buddy',
  unreachable: "couldn't be reached (blocked, or the account is closed)",
  failed: "couldn't be sent for another reason",
  missed: "couldn't be sent in time",
};

export const words = {
  outcomes,
  heading: 'How the last Mondays went',
  week: (week: string, day: string): string => `${day} (${week})`,
  eligible: (members: number): string => `${members} members were due. Of these:`,
  line: (members: number, what: string): string => `${members} ${what}`,
  together: (members: number): string => `${members} otherwise, for reasons that aren't shown one by one`,
  nearlyAll: (what: string, smallest: number): string =>
    `All but fewer than ${smallest} ${what}. That may be all of them.`,
  tooFew: (smallest: number): string => `Nothing is shown: it would cover fewer than ${smallest} people.`,
  underWay: "This week isn't over everywhere yet. You'll see how it went once it is. So far:",
  progress: {
    sent: 'were sent their questions',
    failed: "couldn't be reached",
    waiting: 'are still waiting for their questions',
  },
  atLeast: (members: number, what: string): string => `At least ${members} ${what}`,
  fewerThan: (smallest: number, what: string): string => `Fewer than ${smallest} ${what}, or nobody`,
  pairs: (pairs: number): string => `${pairs} pairs recorded a check-in.`,
  pairsWithheld:
    "The number of pairs that recorded a check-in isn't shown: it would point to too few people.",
  support: 'Peer support, in batches of at least eleven',
  none: 'No Monday to show yet.',
  sums: (smallest: number): string =>
    `Totals only, and none that covers fewer than ${smallest} people. Nobody can see who.`,
  notYours: 'Only the people who run Buddy here can see that.',
} as const;
