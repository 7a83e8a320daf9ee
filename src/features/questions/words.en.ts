import type { IsoWeek } from '../../calendar/iso-week.ts';
import { sayMonday } from '../../calendar/say.ts';
import { questionMaxLength } from '../../content/shapes.ts';
import type { Fault } from './rules.ts';
import type { QuestionSetsTable } from './table.ts';
import type { WeekQuestions } from './week-questions.ts';

/** "November 30", the Monday of a week. */
function dayAndMonth(week: IsoWeek): string {
  return sayMonday(week, { language: 'en' });
}

/** "Monday, November 30 (2026-W49)" */
function weekLabel(week: IsoWeek): string {
  return `Monday, ${dayAndMonth(week)} (${week})`;
}

const standing: Record<QuestionSetsTable['source'], string> = {
  posted: 'posted',
  bank: 'bank',
  none: 'no questions',
};

/** "December 7 (2026-W50), bank: What went well?", to pick a week from: a platform may cut it at its end. */
function weekAsItStands({ week, source, first }: WeekQuestions): string {
  const said = source === 'none' ? standing.none : `${standing[source]}: ${first}`;
  return `${dayAndMonth(week)} (${week}), ${said}`;
}

/** What Monday's message says besides the questions; the nudges room says the rest. */
const weekly = {
  heading: "This week's two questions",
  headingWith: (name: string): string => `Two questions for you and ${name}`,
  answer: 'Answer one, both or neither.',
  halfAnHour: 'For when you have half an hour:',
  long: 'Once in a while, make it a longer one: a meal, a walk, whatever you both like.',
  howToLong: 'Ideas for a longer one',
  notNow: 'Remind me:',
  neverSees: "Buddy can't see what you say, and stores none of it. Rough week?",
  support: 'Get support now',
} as const;

/** `/buddy questions`, for everyone. */
const show = {
  thisWeek: 'This week',
  noNudge: "No questions this week: it's a planned break. Saying hello still works.",
  areOut: "They're out: everyone with a buddy gets them on Monday, at their own time.",
  notOutYet: "They aren't out yet, and may still change.",
} as const;

const source: Record<QuestionSetsTable['source'], string> = {
  posted: 'Posted',
  bank: 'From the bank',
  none: 'No questions',
};

/** `/buddy admin`. */
const admin = {
  heading: 'Weekly questions',
  howItWorks:
    'Everyone with a buddy gets two questions on Monday. Leave a week blank and Buddy picks from the question bank.',
  columns: ['Monday', 'Questions', 'First question'],
  source,
  alreadyOut: 'Already out',
  post: 'Post questions',
  all: 'All weeks',
  editWeek: 'Edit a week',
  sendMeNext: 'Send me the next one',
  skip: 'Skip a week',
  import: 'Paste many weeks',
  move: 'Swap two weeks',
  holidays: 'Holidays',
  notYou: 'Only a few people here can do this. Ask your program lead, and IT can add you.',
  yourEntry: (key: string): string => `For IT: BUDDY_ADMINS, ${key}`,
} as const;

/** The form for a week's questions, and its confirmation. */
const post = {
  title: 'Post questions',
  intro:
    'Everyone with a buddy gets these two on that Monday, just as you write them. They talk about them with each other. Buddy never gets an answer.',
  submit: 'Save',
  week: 'Which Monday?',
  first: 'First question',
  second: 'Second question',
  firstInSpanish: 'First question in Spanish',
  secondInSpanish: 'Second question in Spanish',
  withoutSpanish: 'Leave both blank, and everyone reads these questions in English.',
  inTheBank: (monday: string, question: string): string => `From the bank for ${monday}: ${question}`,
  note: 'A line above the questions',
  noteHint: "Only if there's something to say, such as a holiday.",
  replace: 'If that Monday already has questions',
  replaceHint: "If you don't choose this, the questions already there stay.",
  replaceYes: 'Replace them',
  bringsBack: 'That Monday was going to be skipped. Now it has questions again.',
  backToBank: 'Back to the bank',
  isBank: (monday: string, first: string, second: string): string =>
    `${monday} is back to the bank's questions: ${first} ${second}`,
  nothingPosted: (monday: string): string => `Nothing is posted for ${monday}, so nothing has changed.`,
  saved: (monday: string): string => `Saved for ${monday}.`,
  canStillChange: 'You can change them until the first message goes out that Monday.',
  sendMe: 'Send it to me',
  edit: 'Edit',
} as const;

/** A week without questions. */
const skip = {
  title: 'Skip a week',
  intro: 'For a holiday, or any week when two questions are too much. Buddies can still talk, of course.',
  submit: 'Save',
  week: 'Which Monday?',
  what: 'What goes out?',
  none: 'Nothing',
  ask: 'Two questions, as usual',
  noNudge: (monday: string): string =>
    `Nothing goes out on ${monday}. Nobody hears why, and nobody needs to.`,
  asUsual: (monday: string): string => `Two questions go out on ${monday}, as usual.`,
  again: 'Another week',
} as const;

/** Questions of many weeks at once, pasted. */
const imported = {
  title: 'Paste many weeks',
  how: 'Paste up to half a year of questions. You see every week first, and nothing is posted until you say so. Mondays without questions, such as holidays, are passed over.',
  look: 'Look at it first',
  from: 'First Monday',
  fromHint: 'The weeks after it follow, one by one.',
  text: 'Questions',
  textHint:
    'One week a paragraph: the first question on one line, the second on the next, then a blank line. Or copy two columns from Excel, a row a week.',
  replaces: (first: string): string => `Replaces: “${first}”`,
  before: (monday: string): string => `Asked before, on ${monday}`,
  wouldBe: (count: number): string =>
    count === 1
      ? 'This is the week as it would be. Nothing is posted yet.'
      : `These are the ${count} weeks as they would be. Nothing is posted yet.`,
  sure: 'Post them all?',
  sureHint:
    'To change something first, edit the text below and leave this blank: you see the weeks again. “Replaces” shows what would go.',
  yes: 'Yes, post them',
  submit: 'Go on',
  taken: (count: number, first: string, last: string): string =>
    count === 1 ? `Posted for ${first}.` : `Posted ${count} weeks, from ${first} to ${last}.`,
  more: 'Paste more',
  faults: {
    empty: 'Paste at least one week: two lines, one for each question.',
    tooMany: (most: number): string => `At most ${most} weeks at once. Paste the rest afterwards.`,
    lines: (paragraph: number, lines: number): string =>
      lines === 1
        ? `Paragraph ${paragraph} has one line. A week needs two.`
        : `Paragraph ${paragraph} has ${lines} lines. A week has two, then a blank line.`,
    cells: (row: number, cells: number): string =>
      cells === 1
        ? `Row ${row} has one question. A week needs two.`
        : `Row ${row} has ${cells} columns. Copy just the two with the questions.`,
    quotes: 'A quotation mark is opened and never closed. Check the table, and copy it again.',
    tooLong: (count: number): string =>
      `Pasted week ${count}: a question has more than ${questionMaxLength} characters.`,
    cannot: (count: number): string => `Pasted week ${count} would be more than two years ahead.`,
  },
} as const;

/** Two weeks that change places. */
const move = {
  title: 'Swap two weeks',
  intro:
    'Each of the two asks what the other would have asked. A line above the questions stays where it is.',
  submit: 'Swap',
  week: 'Which Monday?',
  to: 'With which Monday?',
  same: "That's the same Monday. Pick another one.",
  noQuestions: 'Nothing goes out that Monday. Pick another one, or give it questions first.',
  nowAsks: (monday: string): string => `${monday} now asks:`,
  again: 'Swap two more',
} as const;

/** The year's weeks without questions. */
const holidays = {
  title: 'Holidays',
  intro:
    'Pick every Monday of the coming year when nothing should go out. On all the others, two questions do.',
  submit: 'Save',
  weeks: 'Nothing goes out on',
  none: 'Two questions go out every Monday of the coming year.',
  are: (mondays: readonly string[]): string =>
    `In the coming year nothing goes out on ${mondays.join('; ')}.`,
  change: 'Change the holidays',
} as const;

/** Beside a question that comes close to one of the last two years. */
function askedBefore(monday: string, question: string): string {
  return `Asked before, on ${monday}: “${question}”`;
}

/** The message as it will arrive, sent to the administrator alone. Says what the nudges and check-ins rooms will say. */
const preview = {
  onItsWay: (monday: string): string =>
    `The message for ${monday} is on its way to you. Nobody else gets it now.`,
  noNudge: (monday: string): string => `${monday} has no questions, so there's nothing to send.`,
  heading: 'Two questions for you and your buddy',
  buddy: 'You and your buddy: a text, a call or a coffee is plenty.',
  weCheckedIn: 'We checked in',
  later: ['This evening', 'After my shift', 'Tomorrow', 'Thursday'],
  isPreview: (monday: string): string =>
    `This is a preview of ${monday}, just for you. Its buttons record nothing.`,
  nothingRecorded: 'This was a preview, so nothing was recorded.',
} as const;

const faults: Record<Exclude<Fault, 'taken' | 'too-long'>, string> & {
  readonly taken: (first: string) => string;
  readonly 'too-long': (length: number) => string;
} = {
  taken: (first) =>
    `That Monday already asks: “${first}” To use yours instead, choose “Replace them” below, or pick another Monday.`,
  'no-week': 'Pick a Monday, or write its week, like 2026-W48.',
  past: 'That Monday has passed. Pick a later week.',
  'too-far': "That's more than two years ahead. Pick an earlier week.",
  frozen: "Monday's questions for that week are already out, so they stay as they are. Pick a later week.",
  missing: 'A Monday needs two questions. Write this one too.',
  'too-long': (length) =>
    `${questionMaxLength} characters at most, so it fits on a phone. This has ${length}.`,
  'no-choice': 'Pick one of the two.',
};

export const words = {
  weekLabel,
  weekAsItStands,
  dayAndMonth,
  weekly,
  show,
  admin,
  post,
  skip,
  import: imported,
  move,
  holidays,
  askedBefore,
  preview,
  faults,
} as const;
