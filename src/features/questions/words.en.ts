import { type IsoWeek, mondayOf } from '../../calendar/iso-week.ts';
import { questionMaxLength } from '../../content/shapes.ts';
import type { Fault } from './rules.ts';
import type { WeekQuestions } from './store.ts';
import type { QuestionSetsTable } from './table.ts';

/** "30 November", the Monday of a week. */
function dayAndMonth(week: IsoWeek): string {
  const { year, month, day } = mondayOf(week);
  const parts = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', parts).format(Date.UTC(year, month - 1, day));
}

/** "Monday, 30 November (2026-W49)" */
function weekLabel(week: IsoWeek): string {
  return `Monday, ${dayAndMonth(week)} (${week})`;
}

const standing: Record<QuestionSetsTable['source'], string> = {
  posted: 'posted',
  bank: 'bank',
  none: 'no nudge',
};

/** "7 December, bank: What went well?", to pick a week from: a platform may cut it at its end. */
function weekAsItStands({ week, source, first }: WeekQuestions): string {
  const said = source === 'none' ? standing.none : `${standing[source]}: ${first}`;
  return `${dayAndMonth(week)} (${week}), ${said}`;
}

/** What Monday's message says besides the questions; the nudges room says the rest. */
const weekly = {
  heading: "This week's two questions",
  notNow: 'Not now? Remind me:',
  neverSees: 'Buddy never sees what you talk about, and has no place to keep it.',
} as const;

/** `/buddy questions`, for everybody. */
const show = {
  thisWeek: 'This week',
  noNudge: 'No questions this time. It is a planned break, and saying hello still works.',
  areOut: 'They are out: everybody with a buddy gets them on Monday, each at their own time.',
  notOutYet: 'They are not out yet, and may still change.',
} as const;

const source: Record<QuestionSetsTable['source'], string> = {
  posted: 'Posted',
  bank: 'From the bank',
  none: 'No nudge',
};

/** `/buddy admin`. */
const admin = {
  heading: 'The weekly questions',
  howItWorks:
    'Everybody with a buddy gets two questions on Monday. A week you leave alone gets them from the question bank.',
  columns: ['Monday', 'Week', 'Questions'],
  source,
  alreadyOut: 'Already out',
  post: 'Post questions',
  all: 'All weeks',
  editWeek: 'Edit a week',
  sendMeNext: 'Send me the next one',
  skip: 'A week without a nudge',
  figures: 'How the last Mondays went',
  notYou:
    'Ask your program lead. The weekly questions are posted by a few people here, and IT can make you one of them.',
  yourEntry: (key: string): string => `For IT: BUDDY_ADMINS, ${key}`,
} as const;

/** The form for a week's questions, and its confirmation. */
const post = {
  title: 'Post questions',
  intro:
    'Everybody with a buddy gets these two on that Monday, as you write them. They talk about them with one another; Buddy never gets an answer.',
  submit: 'Save',
  week: 'For which Monday?',
  first: 'First question',
  second: 'Second question',
  firstInSpanish: 'First question in Spanish',
  secondInSpanish: 'Second question in Spanish',
  withoutSpanish: 'Leave both blank, and everyone reads these questions in English.',
  inTheBank: (week: IsoWeek, question: string): string => `In the bank for ${dayAndMonth(week)}: ${question}`,
  note: 'A line above the questions',
  noteHint: 'Only if there is something to say, such as a holiday.',
  replace: 'If that Monday has questions already',
  replaceHint: 'Only then: without it, what stands there stays.',
  replaceYes: 'Replace them',
  bringsBack: 'That Monday was planned without a nudge. It has one again now.',
  backToBank: 'Back to the bank',
  isBank: (week: IsoWeek, first: string, second: string): string =>
    `${weekLabel(week)} gets its questions from the bank again: ${first} ${second}`,
  nothingPosted: (week: IsoWeek): string =>
    `Nothing is posted for ${weekLabel(week)}, so nothing has changed.`,
  saved: (week: IsoWeek): string => `Saved for ${weekLabel(week)}.`,
  canStillChange: 'You can change them until the first of these messages goes out that Monday.',
  sendMe: 'Send it to me',
  edit: 'Edit',
} as const;

/** A week without a nudge. */
const skip = {
  title: 'A week without a nudge',
  intro:
    'For a holiday, or any week when two questions would be too much. Buddies can still talk, of course.',
  submit: 'Save',
  week: 'Which Monday?',
  what: 'What goes out?',
  none: 'Nothing',
  ask: 'Two questions, as usual',
  noNudge: (week: IsoWeek): string =>
    `Nothing goes out on ${weekLabel(week)}. Nobody is told why, and nobody needs to be.`,
  asUsual: (week: IsoWeek): string => `Two questions go out on ${weekLabel(week)}, as usual.`,
  again: 'Another week',
} as const;

/** The message as it will arrive, sent to the administrator alone. Says what the nudges and check-ins rooms will say. */
const preview = {
  onItsWay: (week: IsoWeek): string =>
    `The message of ${weekLabel(week)} is on its way to you. Nobody else gets it now.`,
  noNudge: (week: IsoWeek): string => `${weekLabel(week)} has no nudge, so there is nothing to send.`,
  buddy: 'You and your buddy. A text, a call or a coffee is enough.',
  weCheckedIn: 'We checked in',
  later: ['This evening', 'After my shift', 'Tomorrow', 'Thursday'],
  isPreview: (week: IsoWeek): string =>
    `A preview of ${weekLabel(week)}, for you alone. Its buttons record nothing.`,
  nothingRecorded: 'This was a preview, so nothing was recorded.',
} as const;

const faults: Record<Exclude<Fault, 'taken' | 'too-long'>, string> & {
  readonly taken: (first: string) => string;
  readonly 'too-long': (length: number) => string;
} = {
  taken: (first) =>
    `That Monday already asks: “${first}” To put yours in its place, choose “Replace them” below, or pick another Monday.`,
  'no-week': 'Pick a Monday, or write its week like 2026-W48.',
  past: 'That Monday has passed. Pick a later week.',
  'too-far': 'That is more than two years ahead. Pick an earlier week.',
  frozen: "Monday's questions for that week are already out, so they stay as they are. Pick a later week.",
  missing: 'A Monday needs two questions. Write this one too.',
  'too-long': (length) =>
    `At most ${questionMaxLength} characters, so that it fits on a phone. This has ${length}.`,
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
  preview,
  faults,
} as const;
