import type { Cadence } from '../../calendar/monday.ts';
import type { Platform } from '../../chat/person.ts';
import type { Outcome } from './release.ts';

/** Why a nudge did or did not arrive, as an administrator reads it. */
const outcomes: Record<Outcome, string> = {
  sent: 'were sent their questions',
  paused: 'had paused',
  unpaired: 'had no buddy',
  unreachable: "couldn't be reached (blocked, or the account is closed)",
  failed: "couldn't be sent for another reason",
  missed: "couldn't be sent in time",
};

const platforms: Record<Platform, string> = { slack: 'Slack', teams: 'Teams', playground: 'the playground' };

const cadences: Record<Cadence, string> = {
  weekly: 'every week',
  fortnightly: 'every other week',
  monthly: 'once a month',
};

export const words = {
  outcomes,
  platforms,
  cadences,
  heading: 'Figures',
  eligible: (members: number): string => `About ${members} members were due. Of these:`,
  line: (members: number, what: string): string => `about ${members} ${what}`,
  together: (members: number): string =>
    `about ${members} otherwise, for reasons that aren't shown one by one`,
  onPlatform: (platform: string, sent: number, due: number): string =>
    `On ${platform}: about ${sent} of about ${due} were sent their questions.`,
  nearlyAll: (what: string, smallest: number): string =>
    `All but fewer than ${smallest} ${what}. That may be all of them.`,
  tooFew: 'Nothing is shown: it would point to too few people.',
  underWay: "This week isn't over everywhere yet. You'll see how it went once it is. So far:",
  progress: {
    sent: 'were sent their questions',
    failed: "couldn't be reached",
    waiting: 'are still waiting for their questions',
  },
  atLeast: (members: number, what: string): string => `At least ${members} ${what}`,
  fewerThan: (smallest: number, what: string): string => `Fewer than ${smallest} ${what}, or nobody`,
  checkins: {
    share: (percent: number): string => `About ${percent}% of the pairs recorded a check-in.`,
    nearlyAll: 'Nearly all of the pairs recorded a check-in.',
    few: 'Few of the pairs recorded a check-in, or none.',
  },
  checkinsChart: {
    title: 'Pairs that recorded a check-in',
    columns: ['Week of', 'Pairs'],
    share: (percent: number): string => `${percent}%`,
    nearlyAll: 'nearly all',
    few: 'few or none',
    notShown: 'not shown',
  },
  checkinsWithheld: "How many pairs recorded a check-in isn't shown: it would point to too few people.",
  quarter: (quarter: string): string => `Quarter: ${quarter}`,
  members: (members: number): string => `About ${members} members took part at the end of it.`,
  pairs: (pairs: number): string => `They were in about ${pairs} pairs.`,
  pairsWithheld: "How many pairs they were in isn't shown: it would point to too few people.",
  started: (pairs: number): string => `About ${pairs} pairs began in it.`,
  startedWithheld: "How many pairs began in it isn't shown: it would point to too few people.",
  invited: {
    share: (percent: number): string =>
      `About ${percent}% of them began with an invitation, the others with a code.`,
    nearlyAll: 'Nearly all of them began with an invitation.',
    few: 'Nearly all of them began with a code.',
  },
  cadence: (members: number, how: string): string => `About ${members} had their Monday ${how}.`,
  group: (name: string, count: number): string => `${name}: about ${count}`,
  professions: {
    heading: (members: number): string => `By profession, of about ${members} members:`,
    none: "Didn't say",
    nearlyAll: (name: string, smallest: number): string =>
      `All but fewer than ${smallest}: ${name}. That may be all of them.`,
    together: (members: number): string => `Others, not shown one by one: about ${members}`,
  },
  pulse: {
    quarter: (quarter: string): string => `The pulse of ${quarter}`,
    feeling: (answers: number): string => `How people are at work these days, in about ${answers} answers:`,
    weighs: (answers: number): string => `What weighs most, in about ${answers} answers:`,
    nearlyAll: (name: string, smallest: number): string =>
      `All but fewer than ${smallest}: ${name}. That may be all of them.`,
    together: (answers: number): string => `Other answers, not shown one by one: about ${answers}`,
    feelingWithheld: "How people are isn't shown: it would point to too few people.",
    weighsWithheld: "What weighs most isn't shown: it would point to too few people.",
  },
  stillTogetherHeading: 'Pairs that are still together',
  halfYear: (halfYear: string): string => `Began in ${halfYear}`,
  stillTogether: (months: number, percent: number): string => `${percent}% after ${months} months.`,
  'as-before': (months: number): string => `Nearly all of them after ${months} months.`,
  asManyAsBefore: (months: number): string => `Nearly as many after ${months} months.`,
  few: (months: number): string => `Few of them, or none, after ${months} months.`,
  togetherWithheld: (months: number): string => `Not shown after ${months} months: too few pairs.`,
  support: 'Peer support, in batches of at least eleven',
  none: 'No Monday to show yet.',
  sums: (smallest: number): string =>
    `Rounded totals only, and none that covers fewer than ${smallest} people. They never say who.`,
  notYours: 'Only the people who run Buddy here can see that.',
} as const;
