import {
  addWeeks,
  type IsoWeek,
  mondayOf,
  parseIsoWeek,
  weekOf,
  weekOrdinal,
} from '../../calendar/iso-week.ts';
import { dayText, localDay } from '../../calendar/local-time.ts';
import type { Answers } from '../../chat/form.ts';
import type { Questions } from '../../content/bank.ts';
import { questionMaxLength } from '../../content/shapes.ts';

/** So many weeks can be picked in a form: half a year. */
const weeksInAForm = 26;

/** Questions can be posted so far ahead. */
const mostWeeksAhead = 104;

/** Where Monday begins last. */
const lastZone = 'Etc/GMT+12';

/** What the weeks look like when someone plans: the moment, and the weeks whose questions are out already. */
export interface Planning {
  readonly now: number;
  readonly frozen: ReadonlySet<IsoWeek>;
}

/** The oldest week that is not over everywhere. */
export function earliestOpenWeek(now: number): IsoWeek {
  return weekOf(now, lastZone);
}

export type WeekFault = 'no-week' | 'past' | 'too-far' | 'frozen';
export type TextFault = 'missing' | 'too-long';
/** `taken`: the week has questions of its own, and nobody said that they may go. */
export type Fault = WeekFault | TextFault | 'no-choice' | 'taken';

/** Why a week's questions can't be changed; null when they can. */
export function weekFault(week: IsoWeek, { now, frozen }: Planning): WeekFault | null {
  const earliest = earliestOpenWeek(now);
  if (frozen.has(week)) return 'frozen';
  if (week < earliest) return 'past';
  return weekOrdinal(week) - weekOrdinal(earliest) > mostWeeksAhead ? 'too-far' : null;
}

/** The week that the form begins with: on a Monday today's, while it can still be changed; else the next that can. */
export function weekOnOffer(now: number, zone: string, frozen: ReadonlySet<IsoWeek>): IsoWeek {
  const thisWeek = weekOf(now, zone);
  const isMonday = dayText(localDay(now, zone)) === dayText(mondayOf(thisWeek));
  return firstNotFrozen(isMonday ? thisWeek : addWeeks(thisWeek, 1), frozen);
}

/** The weeks to pick from, `also` among them. */
export function weeksOnOffer(
  { now, frozen }: Planning,
  zone: string,
  also: IsoWeek,
): readonly [IsoWeek, ...IsoWeek[]] {
  const weeks: [IsoWeek, ...IsoWeek[]] = [weekOnOffer(now, zone, frozen)];
  while (weeks.length < weeksInAForm)
    weeks.push(firstNotFrozen(addWeeks(weeks.at(-1) ?? weeks[0], 1), frozen));
  if (!weeks.includes(also)) weeks.push(also);
  weeks.sort();
  return weeks;
}

function firstNotFrozen(week: IsoWeek, frozen: ReadonlySet<IsoWeek>): IsoWeek {
  return frozen.has(week) ? firstNotFrozen(addWeeks(week, 1), frozen) : week;
}

/** What an administrator posts for a week; each text is one line. */
export interface PostedQuestions {
  readonly week: IsoWeek;
  readonly first: string;
  readonly second: string;
  /** Both, or none: then everyone reads the English. */
  readonly inSpanish: Questions | null;
  readonly note: string;
}

/** What must be fixed, by field. */
export type Faults<Field extends string> = Readonly<Partial<Record<Field, Fault>>>;

export type Checked<Value, Field extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: Faults<Field> };

/** The form `questions.post` as it came back. */
export function checkQuestions(
  answers: Answers,
  planning: Planning,
): Checked<PostedQuestions, 'week' | 'first' | 'second' | 'firstInSpanish' | 'secondInSpanish' | 'note'> {
  const week = parseIsoWeek(typed(answers.week));
  const [first, second, note] = [asTyped(answers.first), asTyped(answers.second), oneLine(answers.note)];
  const spanish = { first: asTyped(answers.firstInSpanish), second: asTyped(answers.secondInSpanish) };
  const hasSpanish = spanish.first !== '' || spanish.second !== '';
  const faults = {
    week: week === null ? 'no-week' : weekFault(week, planning),
    first: questionFault(first),
    second: questionFault(second),
    firstInSpanish: hasSpanish ? questionFault(spanish.first) : null,
    secondInSpanish: hasSpanish ? questionFault(spanish.second) : null,
    note: lengthFault(note),
  } as const;
  const found = withoutNulls(faults);
  return week === null || found !== null
    ? { ok: false, faults: found ?? {} }
    : { ok: true, value: { week, first, second, inSpanish: hasSpanish ? spanish : null, note } };
}

/** The form `questions.skip` as it came back: a week, and whether it has a nudge. */
export function checkSkip(
  answers: Answers,
  planning: Planning,
): Checked<{ readonly week: IsoWeek; readonly hasNudge: boolean }, 'week' | 'nudge'> {
  const week = parseIsoWeek(typed(answers.week));
  const nudge = typed(answers.nudge);
  const faults = {
    week: week === null ? 'no-week' : weekFault(week, planning),
    nudge: nudge === 'none' || nudge === 'ask' ? null : 'no-choice',
  } as const;
  const found = withoutNulls(faults);
  return week === null || found !== null
    ? { ok: false, faults: found ?? {} }
    : { ok: true, value: { week, hasNudge: nudge === 'ask' } };
}

function questionFault(question: string): TextFault | null {
  return question === '' ? 'missing' : lengthFault(question);
}

function lengthFault(text: string): TextFault | null {
  return text.length > questionMaxLength ? 'too-long' : null;
}

function withoutNulls<Field extends string>(faults: Record<Field, Fault | null>): Faults<Field> | null {
  const found = Object.entries(faults).filter(([, fault]) => fault !== null);
  return found.length === 0 ? null : (Object.fromEntries(found) as Faults<Field>);
}

/** As it was typed, line breaks too; but for what can't be seen, and space around it. */
function asTyped(answer: Answers[string]): string {
  return typed(answer)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]+/gu, ' ')
    .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Line breaks, tabs and control characters become one space each run. */
function oneLine(answer: Answers[string]): string {
  return typed(answer)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

function typed(answer: Answers[string]): string {
  return typeof answer === 'string' ? answer : '';
}

/** Whether posting would put other words in the place of what someone posted, without being told to. */
export function wouldReplace(
  standing: {
    readonly source: string;
    readonly first: string;
    readonly second: string;
    readonly inSpanish: Questions | null;
    readonly note: string;
  },
  posted: PostedQuestions,
  mayReplace: boolean,
): boolean {
  if (standing.source !== 'posted' || mayReplace) return false;
  return (
    (['first', 'second', 'note'] as const).some((field) => standing[field] !== posted[field]) ||
    (['first', 'second'] as const).some((field) => standing.inSpanish?.[field] !== posted.inSpanish?.[field])
  );
}
