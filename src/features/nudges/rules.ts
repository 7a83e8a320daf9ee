import { addWeeks, type IsoWeek, mondayOf, weekOf } from '../../calendar/iso-week.ts';
import { addDays, instantAt, localDay } from '../../calendar/local-time.ts';
import { type Cadence, nextWeekFor, nudgeInstant, usefulUntil } from '../../calendar/monday.ts';
import { millisecondsInHour } from '../../calendar/spans.ts';
import { withoutAccents } from '../../chat/without-accents.ts';
import { isPaused, type Rhythm } from '../../people/members/rules.ts';
import type { Member, MemberWithRhythm } from '../../people/members/store.ts';
import type { WeekQuestions } from '../questions/week-questions.ts';

/** Which Mondays are someone's, as far as the calendar needs to know. */
export interface Mondays {
  readonly nextWeek: IsoWeek;
  readonly timeZone: string;
  readonly nudgeMinute: number;
  readonly cadence: Cadence;
}

export function mondaysOf({
  timeZone,
  rhythm,
}: Pick<MemberWithRhythm, 'timeZone' | 'rhythm'>): Mondays & Rhythm {
  return { ...rhythm, timeZone };
}

export interface DueWeeks {
  /** Weeks whose Thursday evening has passed without a nudge. */
  readonly missed: readonly IsoWeek[];
  /** The week to send now, late or on time. */
  readonly send: IsoWeek | null;
  readonly next: IsoWeek;
}

/** Beyond this, missed weeks are not accounted one by one. */
const mostMissed = 53;

/**
 * What is due at `now` (epoch milliseconds). A week is still of use until Thursday evening, local; a member whose
 * instant lies weeks back gets the current week's nudge once, and none for the weeks missed.
 */
export function dueWeeks(mondays: Mondays, now: number): DueWeeks {
  const oldest = addWeeks(weekOf(now, mondays.timeZone), -mostMissed);
  const missed: IsoWeek[] = [];
  let week = mondays.nextWeek < oldest ? oldest : mondays.nextWeek;
  while (nudgeInstant(week, mondays.nudgeMinute, mondays.timeZone) <= now) {
    const next = nextWeekFor(mondays.cadence, week);
    if (now < usefulUntil(week, mondays.timeZone)) return { missed, send: week, next };
    missed.push(week);
    week = next;
  }
  return { missed, send: null, next: week };
}

/**
 * Why a member gets no nudge for a week although their Monday has come; null when they do. It stands before `missed`:
 * someone who would have got nothing anyway has missed nothing.
 */
export function reasonForNone(
  { timeZone, rhythm }: Pick<MemberWithRhythm, 'timeZone' | 'rhythm'>,
  pairs: readonly unknown[],
  week: IsoWeek,
): 'unpaired' | 'paused' | null {
  if (pairs.length === 0) return 'unpaired';
  return isPaused(rhythm, nudgeInstant(week, rhythm.nudgeMinute, timeZone)) ? 'paused' : null;
}

/** A week's questions, without what else it has where someone leaves that out. */
export function asWanted(
  { wantsDeeper }: Pick<Member, 'wantsDeeper'>,
  questions: WeekQuestions,
): WeekQuestions {
  return wantsDeeper ? questions : { ...questions, deeper: null };
}

export type Later = 'evening' | 'shift' | 'tomorrow' | 'thursday';

export const laters: readonly Later[] = ['evening', 'shift', 'tomorrow', 'thursday'];

const latersInSpanish: ReadonlyMap<string, Later> = new Map([
  ['noche', 'evening'],
  ['esta noche', 'evening'],
  ['turno', 'shift'],
  ['manana', 'tomorrow'],
  ['jueves', 'thursday'],
]);

/** What was pressed or typed, in either language; undefined for anything else. */
export function readLater(about: string): Later | undefined {
  const typed = withoutAccents(about).trim().toLowerCase();
  return laters.find((later) => later === typed) ?? latersInSpanish.get(typed);
}

/** After the shift that someone is in the middle of. */
const restOfAShiftMs = 8 * millisecondsInHour;

/** Local 18:00: after a day shift, before a night one. */
const eveningMinute = 18 * 60;

/** When to remind, as an instant; null when that moment has passed. Tomorrow and Thursday come at the nudge's time. */
export function remindAt(
  later: Later,
  { timeZone, nudgeMinute }: Pick<Mondays, 'timeZone' | 'nudgeMinute'>,
  now: number,
): number | null {
  const today = localDay(now, timeZone);
  const instants: Record<Later, () => number> = {
    evening: () => instantAt(today, eveningMinute, timeZone),
    shift: () => now + restOfAShiftMs,
    tomorrow: () => instantAt(addDays(today, 1), nudgeMinute, timeZone),
    thursday: () => instantAt(addDays(mondayOf(weekOf(now, timeZone)), 3), nudgeMinute, timeZone),
  };
  const instant = instants[later]();
  return instant > now ? instant : null;
}

/** The moments that still lie ahead, in this week: next Monday brings questions of its own. */
export function latersAhead(
  mondays: Pick<Mondays, 'timeZone' | 'nudgeMinute'>,
  now: number,
): readonly Later[] {
  const week = weekOf(now, mondays.timeZone);
  return laters.filter((later) => {
    const instant = remindAt(later, mondays, now);
    return instant !== null && weekOf(instant, mondays.timeZone) === week;
  });
}
