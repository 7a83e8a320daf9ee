import { addDays, type CalendarDay, localDay } from './local-time.ts';

/**
 * An ISO 8601 week, Monday to Sunday, such as `2026-W05`: four digits of year (1970 to 2999) and two of week, so that
 * weeks sort as text. Made by the functions of this file; of no zone.
 */
export type IsoWeek = `${number}-W${string}`;

const DAY = 86_400_000;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2999;
/** The Monday from which `weekOrdinal` counts, and its distance from the epoch in days. */
const ORDINAL_ZERO = { year: 1970, month: 1, day: 5 };
const ORDINAL_ZERO_DAY = 4;

/**
 * The week a person wrote: `2026-W48`, also with a small `w` or space around it. Null when it is not that, for years
 * outside 1970 to 2999, and for a 53rd week in a year that has 52 (`2025-W53`).
 */
export function parseIsoWeek(text: string): IsoWeek | null {
  const match = /^(\d{4})-[Ww](\d\d)$/.exec(text.trim());
  if (match === null) return null;
  const year = Number(match[1]);
  const number = Number(match[2]);
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  if (number < 1 || number > firstOrdinal(year + 1) - firstOrdinal(year)) return null;
  return weekText(year, number);
}

/**
 * The ISO week of the local date in `zone` at `instant` (epoch milliseconds). Every instant has exactly one, in gaps
 * and folds too. Throws RangeError for an unknown zone and outside the years 1970 to 2999.
 */
export function weekOf(instant: number, zone: string): IsoWeek {
  const { year, month, day } = localDay(instant, zone);
  return weekAt(ordinalAt(Date.UTC(year, month - 1, day)));
}

/** The Monday of `week`, a date of no zone. Throws RangeError for a text that is no week. */
export function mondayOf(week: IsoWeek): CalendarDay {
  return addDays(ORDINAL_ZERO, 7 * weekOrdinal(week));
}

/**
 * The week `count` weeks later (earlier, when negative), across years of 52 and 53 weeks. Counts weeks, not hours:
 * DST does not touch it. Throws RangeError outside the years 1970 to 2999 and for a count that is no whole number.
 */
export function addWeeks(week: IsoWeek, count: number): IsoWeek {
  return weekAt(weekOrdinal(week) + count);
}

/** The week's number in its ISO year, 1 to 53. Throws RangeError for a text that is no week. */
export function weekNumber(week: IsoWeek): number {
  return yearAndNumber(week).number;
}

/**
 * Whole weeks since the week of Monday 1970-01-05, which is 0: a whole number that grows by one each week, without a
 * jump at New Year (-1 for 1970-W01). Throws RangeError for a text that is no week.
 */
export function weekOrdinal(week: IsoWeek): number {
  const { year, number } = yearAndNumber(week);
  return firstOrdinal(year) + number - 1;
}

function weekAt(ordinal: number): IsoWeek {
  // A week belongs to the year of its Thursday.
  const year = new Date((ORDINAL_ZERO_DAY + 7 * ordinal + 3) * DAY).getUTCFullYear();
  if (!Number.isInteger(ordinal) || !(year >= FIRST_YEAR && year <= LAST_YEAR)) {
    throw new RangeError(`no week of the years ${FIRST_YEAR} to ${LAST_YEAR}: ordinal ${ordinal}`);
  }
  return weekText(year, ordinal - firstOrdinal(year) + 1);
}

/** The ordinal of the first week of an ISO year: the week that holds 4 January. */
function firstOrdinal(year: number): number {
  return ordinalAt(Date.UTC(year, 0, 4));
}

function ordinalAt(utc: number): number {
  return Math.floor((utc / DAY - ORDINAL_ZERO_DAY) / 7);
}

function yearAndNumber(week: IsoWeek): { year: number; number: number } {
  const parsed = parseIsoWeek(week);
  if (parsed === null) throw new RangeError(`not an ISO week: ${week}`);
  return { year: Number(parsed.slice(0, 4)), number: Number(parsed.slice(6)) };
}

function weekText(year: number, number: number): IsoWeek {
  return `${year}-W${String(number).padStart(2, '0')}`;
}
