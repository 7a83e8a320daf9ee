import { localDay, localMinute, utc, utcDate } from '../../calendar/local-time.ts';
import { endOf, type Quarter, quarterOf } from '../../calendar/periods.ts';
import { millisecondsInDay, millisecondsInWeek, minutesInHour } from '../../calendar/spans.ts';

/** How someone is at work these days, from the lowest up. */
export const steps = ['empty', 'worn', 'by', 'mostly', 'well'] as const;

export type Step = (typeof steps)[number];

export function isStep(text: string): text is Step {
  return steps.some((step) => step === text);
}

export const pulseQuestions = ['feeling', 'weighs'] as const;

export type PulseQuestion = (typeof pulseQuestions)[number];

/** When a quarter's pulse is, in epoch milliseconds. */
export interface PulseTimes {
  readonly quarter: Quarter;
  readonly opensAt: number;
  /** From then on nobody is asked. */
  readonly asksUntil: number;
  /** From then on nothing is counted. */
  readonly closesAt: number;
}

/** Members are told so once, and it holds whatever the hospital sets later: a larger group counts, a smaller one doesn't. */
export const smallestInPulse = 11;

/** Anyone who is asked has known what the pulse is for so long. */
export const noticeMs = millisecondsInWeek;

/** Wednesday to Friday, until Friday is over in the last zone. */
const asksForMs = 3.5 * millisecondsInDay;

/** Two weeks, wherever someone is. */
const opensForMs = 15 * millisecondsInDay;

/** On the first Wednesday of a quarter's second month: far from its ends, and never on a Monday. */
export function pulseTimes(quarter: Quarter): PulseTimes {
  const month = endOf(quarter, -2);
  const opensAt = month + ((wednesday - utc(month).getUTCDay() + 7) % 7) * millisecondsInDay;
  return { quarter, opensAt, asksUntil: opensAt + asksForMs, closesAt: opensAt + opensForMs };
}

/** The pulse that takes answers now; null for most of the year. */
export function openPulse(now: number): PulseTimes | null {
  const times = pulseTimes(quarterOf(now));
  return now >= times.opensAt && now < times.closesAt ? times : null;
}

const [tuesday, wednesday, friday] = [2, 3, 5];

/** From the hour of their Monday's message on. */
const withinMinutes = 4 * minutesInHour;

/** Whether someone may be written to about the pulse: at the hour that they chose, from Tuesday to Friday. */
export function isHourOfPulse(now: number, zone: string, nudgeMinute: number): boolean {
  const day = utcDate(localDay(now, zone)).getDay();
  const minute = localMinute(now, zone);
  return day >= tuesday && day <= friday && minute >= nudgeMinute && minute < nudgeMinute + withinMinutes;
}

/** What a button of the pulse is about; null for anything that none of ours is about. */
export function readTap(about: string): { readonly token: string; readonly answer: string } | null {
  const [token, answer, ...more] = about.split('/');
  return token === undefined || answer === undefined || more.length > 0 ? null : { token, answer };
}
