import {
  addWeeks as addWeeksTo,
  differenceInCalendarISOWeeks,
  getISOWeek,
  getISOWeekYear,
  parseISO,
} from './date-fns.ts';
import { type CalendarDay, dayOf, localDay, utc, utcDate } from './local-time.ts';

/**
 * An ISO 8601 week, Monday to Sunday, such as `2026-W05`: four digits of year (1970 to 2999) and two of week, so that
 * weeks sort as text. Made by the functions of this file; of no zone.
 */
export type IsoWeek = `${number}-W${string}`;

const FIRST_YEAR = 1970;
const LAST_YEAR = 2999;
/** The Monday from which `weekOrdinal` counts. */
const ORDINAL_ZERO = utcDate({ year: 1970, month: 1, day: 5 });

/**
 * The week a person wrote: `2026-W48`, also with a small `w` or space around it. Null when it is not that, for years
 * outside 1970 to 2999, and for a 53rd week in a year that has 52 (`2025-W53`).
 */
export function parseIsoWeek(text: string): IsoWeek | null {
  const written = text.trim().toUpperCase();
  return mondayIn(written) === null ? null : (written as IsoWeek);
}

/**
 * The ISO week of the local date in `zone` at `instant` (epoch milliseconds). Every instant has exactly one, in gaps
 * and folds too. Throws RangeError for an unknown zone and outside the years 1970 to 2999.
 */
export function weekOf(instant: number, zone: string): IsoWeek {
  return weekAt(utcDate(localDay(instant, zone)));
}

/** The Monday of `week`, a date of no zone. Throws RangeError for a text that is no week. */
export function mondayOf(week: IsoWeek): CalendarDay {
  return dayOf(mondayDate(week));
}

/**
 * The week `count` weeks later (earlier, when negative), across years of 52 and 53 weeks. Counts weeks, not hours:
 * DST does not touch it. Throws RangeError outside the years 1970 to 2999 and for a count that is no whole number.
 */
export function addWeeks(week: IsoWeek, count: number): IsoWeek {
  if (!Number.isInteger(count)) throw new RangeError(`not a whole number of weeks: ${count}`);
  return weekAt(addWeeksTo(mondayDate(week), count));
}

/** The week's number in its ISO year, 1 to 53. Throws RangeError for a text that is no week. */
export function weekNumber(week: IsoWeek): number {
  return getISOWeek(mondayDate(week));
}

/**
 * Whole weeks since the week of Monday 1970-01-05, which is 0: a whole number that grows by one each week, without a
 * jump at New Year (-1 for 1970-W01). Throws RangeError for a text that is no week.
 */
export function weekOrdinal(week: IsoWeek): number {
  return differenceInCalendarISOWeeks(mondayDate(week), ORDINAL_ZERO);
}

/** The week of a date of UTC's. Throws RangeError outside the years 1970 to 2999. */
function weekAt(date: Date): IsoWeek {
  const year = getISOWeekYear(date);
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) {
    throw new RangeError(`no week of the years ${FIRST_YEAR} to ${LAST_YEAR}: the year is ${year}`);
  }
  // Not date-fns' format: it takes ten times as long to load as everything else here.
  return `${year}-W${String(getISOWeek(date)).padStart(2, '0')}`;
}

/** The Monday of the week that is written in full (`2026-W05`); null when that is no week. */
function mondayIn(text: string): Date | null {
  // parseISO reads days, times and other lengths as well.
  if (!/^(?:19[7-9]\d|2\d{3})-W\d\d$/.test(text)) return null;
  const monday = parseISO(text, { in: utc });
  // To parseISO a 53rd week that the year hasn't got is the first of the next; a 54th is not valid.
  return getISOWeek(monday) === Number(text.slice(6)) ? monday : null;
}

function mondayDate(week: IsoWeek): Date {
  const monday = mondayIn(week);
  if (monday === null) throw new RangeError(`not an ISO week: ${week}`);
  return monday;
}
