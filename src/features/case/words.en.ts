import type { Numbers } from './reckon.ts';
import type { Source } from './sources.ts';

interface Field {
  readonly label: string;
  readonly hint: string;
}

const fields: Readonly<Record<keyof Numbers, Field>> = {
  clinicians: { label: 'Clinicians', hint: 'Everyone the program is open to.' },
  turnover: {
    label: 'Leave in a year (%)',
    hint: 'From your HR department. Among staff nurses in the United States it was 16.4% in 2024 [1].',
  },
  replacingLow: { label: 'Replacing one costs at least ($)', hint: 'Your own figure, if you have one.' },
  replacingHigh: { label: 'and at most ($)', hint: 'Filled in: staff nurses, by source [1].' },
  directorHours: {
    label: 'Hours a week of a director',
    hint: 'Looking after Buddy, peer support, answering questions.',
  },
  directorHour: { label: 'An hour of theirs costs ($)', hint: 'With benefits.' },
  members: { label: 'Members', hint: 'How many would take part.' },
  minutes: {
    label: 'Minutes a week of paid time, each',
    hint: 'Most pairs talk in their own time. 0 where it takes none.',
  },
  memberHour: { label: 'An hour of a member costs ($)', hint: 'An average, with benefits.' },
  other: { label: 'Anything else in a year ($)', hint: 'The server, training of peer supporters, printing.' },
  preventedLow: {
    label: 'Of 100 departures, prevented at least',
    hint: 'Nobody has measured this for buddies. 0 is where to begin.',
  },
  preventedHigh: {
    label: 'and at most',
    hint: 'Your guess, not ours. 5 is filled in so that you see a range.',
  },
};

const says: Readonly<Record<Source, string>> = {
  nurses:
    'Replacing a staff nurse cost $61,110 on average in 2024, between $49,500 and $72,700; 16.4% left. A survey of 450 hospitals by a firm that recruits nurses; not peer reviewed.',
  physicians:
    'Physicians with burnout were twice as likely to leave within two years. Recruiting their successors: $15.5 to 55.5 million for 58 physicians, so $268,000 to $957,000 each. One academic center, and recruiting alone.',
  business:
    'A large group practice put the cost of replacing a physician at $500,000 to $1,000,000. The authors show how to work it out, much as this page does.',
  burnout:
    'Burnout costs about $7,600 a year for each employed physician, by turnover and reduced hours. A model on published figures, with a wide range.',
  rise: 'Peer support on call for nurses (RISE) at one hospital with 1,000 beds: a net $22,576 for each nurse who called, and up to $1.81 million a year. A model: whether someone would have quit is what they said in a survey. RISE is trained peer support after stressful events, not a buddy program.',
};

export const words = {
  title: 'The case for the program, in your own numbers',
  intro:
    'Put in your hospital’s numbers. The page does the math in your browser; nothing leaves it, and nothing is kept. It shows a range and every assumption. It promises nothing.',
  groups: {
    hospital: 'Your hospital',
    program: 'What the program takes',
    guess: 'What you assume',
  },
  fields,
  presets: { label: 'Fill in what was published for', nurses: 'Nurses [1]', physicians: 'Physicians [2]' },
  result: {
    heading: 'What comes of it, in a year',
    fillIn: 'Fill in every number above: a 0 counts too.',
    upsideDown: 'The lower number of a range is above the higher one. Swap them.',
    departures: 'People who leave',
    turnoverCost: 'What replacing them costs',
    programCost: 'What the program costs',
    breakEven: 'It pays for itself if it prevents',
    left: 'With what you assume, left over',
    range: (low: string, high: string): string => `${low} to ${high}`,
    ofDepartures: (low: string, high: string, lowShare: string, highShare: string): string =>
      `${low} to ${high} departures (${lowShare} to ${highShare} of them)`,
  },
  noScript:
    'This page does its math with a script, which your browser doesn’t run. The formulas below do the same on paper.',
  howHeading: 'How it’s worked out',
  how: [
    'People who leave = clinicians × share who leave.',
    'What replacing them costs = people who leave × cost of replacing one, with the low and with the high cost.',
    'What the program costs = hours of a director × 52 × their hour + members × minutes ÷ 60 × 52 × their hour + anything else. Buddy itself has no license fee.',
    'It pays for itself at: cost of the program ÷ cost of replacing one.',
    'With what you assume = people who leave × share prevented × cost of replacing one − cost of the program: low with low, high with high.',
  ],
  limitsHeading: 'What nobody knows yet',
  limits: [
    'Nobody has measured whether buddies who check in on each other keep anyone from leaving. None of these sources studied a program like this one.',
    'People who take part may differ from those who don’t, so a hospital can’t read it off its own turnover either.',
    'The sources are from the United States, and each leaves something out. Your own numbers are better than any of them.',
    'Money isn’t why people look after each other.',
  ],
  sourcesHeading: 'Sources',
  says,
};
