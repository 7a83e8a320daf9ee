import {
  addDays,
  type CalendarDay,
  dayText,
  instantAt,
  localDay,
  parseDay,
} from '../../calendar/local-time.ts';
import { type Language, languages } from '../../chat/language.ts';
import type { Hours } from '../../chat/reader.ts';
import { withoutAccents } from '../../chat/without-accents.ts';

/** A pause with an end reaches a year ahead; without one it lasts until they resume. */
const mostDaysAhead = 366;

export type PauseEnd =
  /** The first instant, in epoch milliseconds, that is no longer paused: the start of a local day. */
  | { readonly ok: true; readonly until: number }
  | { readonly ok: false; readonly why: 'not-understood' | 'past' | 'too-far' };

/**
 * When a pause ends, from what was picked or typed: `2w`, `2 weeks`, `until 2026-12-24`, `2026-12-24`; or in
 * Spanish: `2 semanas`, `hasta 2026-12-24`.
 */
export function readPauseEnd(typed: string, now: number, timeZone: string): PauseEnd {
  const today = localDay(now, timeZone);
  const day = readDay(withoutAccents(typed).trim().toLowerCase().replace(/\s+/g, ' '), today);
  if (day === null) return { ok: false, why: 'not-understood' };
  if (dayText(day) <= dayText(today)) return { ok: false, why: 'past' };
  if (dayText(day) > dayText(addDays(today, mostDaysAhead))) return { ok: false, why: 'too-far' };
  return { ok: true, until: instantAt(day, 0, timeZone) };
}

function readDay(typed: string, today: CalendarDay): CalendarDay | null {
  const span = /^(?:(?:for|por) )?([a-z]{1,6}|\d{1,3}) ?(d|days?|dias?|w|weeks?|semanas?)$/.exec(typed);
  if (span === null) return parseDay(typed.replace(/^(?:until|till|hasta(?: el)?) /, ''));
  const [, counted = '', unit = ''] = span;
  const count = numbers[counted] ?? Number(counted);
  return Number.isNaN(count) ? null : addDays(today, count * (unit.startsWith('d') ? 1 : 7));
}

const numbers: Readonly<Record<string, number>> = {
  ...{ a: 1, one: 1, two: 2, three: 3, four: 4 },
  ...{ un: 1, una: 1, dos: 2, tres: 3, cuatro: 4 },
};

/** No language of their own: the platform's. */
export const asThePlatform = 'platform';

/** The language picked in the form; undefined where none was, so that it stays as it is. */
export function readLanguage(picked: unknown): Language | null | undefined {
  return picked === asThePlatform ? null : languages.find((language) => language === picked);
}

/** The clock picked in the form; undefined where none was, so that it stays as it is. */
export function readHours(picked: unknown): Hours | undefined {
  return clocks.find((hours) => String(hours) === picked);
}

/** What was tapped of `on` and `off`; null for anything else. */
export function readDeeper(about: string): boolean | null {
  return about === 'on' || about === 'off' ? about === 'on' : null;
}

export const clocks: readonly Hours[] = [12, 24];
