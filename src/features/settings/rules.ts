import {
  addDays,
  type CalendarDay,
  dayText,
  instantAt,
  localDay,
  parseDay,
} from '../../calendar/local-time.ts';
import type { Cadence } from '../../calendar/monday.ts';

/** A pause with an end reaches a year ahead; without one it lasts until they resume. */
const mostDaysAhead = 366;

export type PauseEnd =
  /** The first instant, in epoch milliseconds, that is no longer paused: the start of a local day. */
  | { readonly ok: true; readonly until: number }
  | { readonly ok: false; readonly why: 'not-understood' | 'past' | 'too-far' };

/** When a pause ends, from what was picked or typed: `2w`, `2 weeks`, `until 2026-12-24`, `2026-12-24`. */
export function readPauseEnd(typed: string, now: number, timeZone: string): PauseEnd {
  const today = localDay(now, timeZone);
  const day = readDay(typed.trim().toLowerCase().replace(/\s+/g, ' '), today);
  if (day === null) return { ok: false, why: 'not-understood' };
  if (dayText(day) <= dayText(today)) return { ok: false, why: 'past' };
  if (dayText(day) > dayText(addDays(today, mostDaysAhead))) return { ok: false, why: 'too-far' };
  return { ok: true, until: instantAt(day, 0, timeZone) };
}

function readDay(typed: string, today: CalendarDay): CalendarDay | null {
  const span = /^(?:for )?(a|one|two|three|four|\d{1,3}) ?(d|day|days|w|week|weeks)$/.exec(typed);
  if (span === null) return parseDay(typed.replace(/^(?:until|till) /, ''));
  const [, count = '', unit = ''] = span;
  return addDays(today, (numbers[count] ?? Number(count)) * (unit.startsWith('w') ? 7 : 1));
}

const numbers: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4 };

export const cadences: readonly Cadence[] = ['weekly', 'fortnightly', 'monthly'];
