export const words = {
  title: 'Buddy: how the program is doing',
  upTo: (day: string): string => `Everything that has been released up to the Monday of ${day}.`,
  nothingYet: 'Nothing has been released yet. The first figures come once a Monday is over everywhere.',
  percent: (share: number): string => `${share}%`,
  notShown: '–',
  withheld: (what: string, smallest: number): string =>
    `– Not shown for ${what}: it would point to fewer than ${smallest} people.`,
  answersHeading: 'Five questions',
  picturesHeading: 'The pictures',
  tablesHeading: 'The numbers behind the pictures',
  table: (number: number): string => `Table ${number}`,
  tableOf: (number: number, title: string): string => `Table ${number}. ${title}`,
  answers: {
    tooEarly: 'Too early to say',
    howMany: {
      question: 'How many take part?',
      members: (members: number): string => `About ${members}`,
      inPairs: (pairs: number, when: string): string =>
        `members, in about ${pairs} pairs, at the end of ${when}.`,
      atTheEnd: (when: string): string => `members at the end of ${when}.`,
      none: 'It shows once a quarter is over with enough members.',
    },
    growing: {
      question: 'Is it growing?',
      yes: 'Yes',
      steady: 'Steady',
      smaller: 'Smaller',
      fromTo: (before: number, from: string, now: number, to: string): string =>
        `From about ${before} members (${from}) to about ${now} (${to}).`,
      none: 'It takes two quarters to compare.',
    },
    keeping: {
      question: 'Do they keep going?',
      share: (share: number): string => `${share}%`,
      nearly: (share: number): string => `Nearly ${share}%`,
      'as-before': 'Nearly all',
      few: 'Few',
      since: (halfYear: string, months: number): string =>
        `of the pairs that began in ${halfYear} are still together after ${months} months.`,
      none: 'It shows 3 months after the half-year in which pairs began.',
    },
    monday: {
      question: 'Did Monday work?',
      of: (sent: number, due: number): string => `${sent} of ${due}`,
      nearlyAll: 'Nearly all',
      few: 'Few',
      withheld: 'Not shown',
      sent: {
        count: (day: string): string => `members who were due were sent their questions on ${day}.`,
        nearlyAll: (day: string, due: number): string =>
          `of about ${due} members who were due were sent their questions on ${day}.`,
        few: (day: string, due: number): string =>
          `of about ${due} members who were due were sent their questions on ${day}.`,
        withheld: (day: string, due: number): string =>
          `how many of about ${due} members who were due were sent their questions on ${day}.`,
      },
      checkins: (percent: number): string => `About ${percent}% of the pairs recorded a check-in.`,
      nearlyAllCheckedIn: 'Nearly all of the pairs recorded a check-in.',
      fewCheckedIn: 'Few of the pairs recorded a check-in, or none.',
      none: 'It shows once a Monday is over everywhere.',
    },
    cost: {
      question: 'What does it cost us?',
      free: 'No license fee',
      hours:
        'What it takes is people’s hours and a small server. Add yours up on the page “The case for the program”.',
    },
  },
  members: {
    title: 'Members, by quarter',
    reading: (members: number, quarter: string): string =>
      `About ${members} people took part at the end of ${quarter}.`,
    none: 'No quarter has been released yet.',
    columns: ['Quarter', 'Members', 'Pairs', 'New pairs'],
  },
  mondays: {
    title: 'Mondays sent, over the last weeks',
    reading: {
      count: (day: string, due: number, sent: number): string =>
        `On ${day}, about ${sent} of about ${due} members who were due were sent their questions.`,
      nearlyAll: (day: string, due: number): string =>
        `On ${day}, nearly all of about ${due} members who were due were sent their questions.`,
      few: (day: string, due: number): string =>
        `On ${day}, few of about ${due} members who were due were sent their questions.`,
      withheld: (day: string, due: number): string =>
        `On ${day}, about ${due} members were due; how many were sent their questions isn't shown.`,
    },
    none: 'No Monday has been released yet.',
    nearlyAll: 'Nearly all',
    few: 'Few or none',
    nearlyAllSign: '▲',
    fewSign: '▽',
    legend:
      'The whole bar: due. Filled: sent. ▲ nearly all, ▽ few or none. The others had paused, had no buddy, or couldn’t be reached.',
    columns: ['Monday', 'Due', 'Sent'],
  },
  checkins: {
    title: 'Pairs that recorded a check-in',
    reading: (share: string, day: string): string =>
      `In the week of ${day}, ${share} of the pairs recorded a check-in.`,
    none: 'No week has been released yet.',
    legend:
      'Of the pairs in which someone was due. It says how many tapped a button, not how many talked. ▲ nearly all, ▽ few or none.',
    columns: ['Week of', 'Pairs that recorded a check-in'],
  },
  together: {
    title: 'Pairs still together, by half-year of starting',
    reading: (share: string, halfYear: string, months: number): string =>
      `Of the pairs that began in ${halfYear}, ${share} are still together after ${months} months.`,
    none: 'The first point comes 3 months after the half-year in which pairs began.',
    month: (months: number): string => (months === 0 ? 'start' : `${months} mo`),
    said: { 'as-before': 'Nearly all', few: 'Few or none' },
    nearly: (share: number): string => `Nearly ${share}%`,
    notYet: 'Not yet',
    legend: 'A line stays level where too few pairs ended to be counted.',
    columns: ['Began in', 'After 3 months', 'After 6 months', 'After 12 months'],
  },
  support: {
    title: 'Peer support, in batches',
    batch: (number: number): string => `Batch ${number}`,
    reading: (talked: number, closed: number): string =>
      `In the last batch, peer supporters talked with ${talked} of ${closed} colleagues they were asked to reach.`,
    none: 'No batch has been released yet: it takes eleven that have closed.',
    legend: 'The whole bar: closed. Filled: talked. A batch says nothing of when.',
    columns: ['Batch', 'Closed', 'Talked', 'Reached within 24 hours', 'Not now', 'Group conversations'],
  },
  whatIsWithheld: {
    heading: 'What isn’t shown, and why',
    lines: (smallest: number): readonly string[] => [
      `No number is about fewer than ${smallest} people. Where one would, it's left out, and so is anything that would give it away. A dash (–) stands for it.`,
      'Counts and shares are rounded to the nearest 5, so they may not add up. Peer support is counted exactly, each batch from eleven referrals on: what came of them may be told of fewer.',
      'Each figure was made once, when its time was over, and is the same for everyone who looks.',
      'There’s nothing by person, pair or unit, and no score. What people say to each other isn’t recorded anywhere.',
    ],
  },
};
