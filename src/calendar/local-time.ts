import { offsetAt } from './zone-offset.ts';

/** A date on a calendar, of no zone: `month` is 1 to 12, `day` 1 to 31. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MINUTES_A_DAY = 24 * 60;

/**
 * The instant (epoch milliseconds, UTC) at which clocks in `zone` show `minuteOfDay` (0 to 1439, local) on the local
 * `day`. A time that is skipped (DST gap) moves forward by the gap's length: 02:30 in a gap of one hour is 03:30, and
 * a time on a day that the zone left out altogether is that time a day later. A time that happens twice (fold) is the
 * first of the two. Throws RangeError for an unknown zone, a day that does not exist, a minute out of range.
 *
 * Not TZDate: in a fold it gives the first or the second, depending on the time zone of the machine it runs on.
 */
export function instantAt(day: CalendarDay, minuteOfDay: number, zone: string): number {
  const wall = startAsUtc(day) + checkedMinute(minuteOfDay) * MINUTE;
  // No offset is as large as a day, and no zone changes twice within two days: one of these two is in force.
  const before = offsetAt(wall - DAY, zone);
  const after = offsetAt(wall + DAY, zone);
  const early = wall - before;
  if (offsetAt(early, zone) === before) return early;
  const late = wall - after;
  return offsetAt(late, zone) === after ? late : early;
}

/**
 * The local date in `zone` at `instant` (epoch milliseconds). Every instant has exactly one. Throws RangeError for an
 * unknown zone and for an instant that is no date.
 */
export function localDay(instant: number, zone: string): CalendarDay {
  return dayOf(instant + offsetAt(instant, zone));
}

/**
 * What clocks in `zone` show at `instant` (epoch milliseconds), in minutes since local midnight, 0 to 1439, seconds
 * cut off. In a fold two instants give the same minute; in a gap minutes are left out. Throws like `localDay`.
 */
export function localMinute(instant: number, zone: string): number {
  const minute = Math.floor((instant + offsetAt(instant, zone)) / MINUTE);
  return ((minute % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
}

/**
 * The date `count` days later (earlier, when negative). Counts dates, not hours, and knows no zone, so DST does not
 * touch it. Throws RangeError for a day that does not exist and for a count that is no whole number.
 */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  if (!Number.isInteger(count)) throw new RangeError(`not a whole number of days: ${count}`);
  return dayOf(startAsUtc(day) + count * DAY);
}

/**
 * Whether `text` names a time zone of the IANA database that this Node knows, in any case (`Europe/Paris`, `UTC`).
 * False for offsets (`+02:00`), for anything with space around it, and for the abbreviations that only ICU knows:
 * it takes `BST` for Dhaka and `ACT` for Darwin. Never throws.
 */
export function isTimeZone(text: string): boolean {
  if (/^[+-]/.test(text) || NOT_IANA.test(text)) return false;
  try {
    offsetAt(0, text);
    return true;
  } catch {
    return false;
  }
}

const NOT_IANA =
  /^(?:systemv\/.*|act|aet|agt|art|ast|bet|bst|cat|cnt|cst|ctt|eat|ect|iet|ist|jst|mit|net|nst|plt|pnt|prt|pst|sst|vst)$/i;

/**
 * Minutes since midnight (0 to 1439) of a local clock time as a person writes it: `09:00`, also `9:00` and with space
 * around it. Null for anything else, `24:00` too. Whether that time exists on a given day only `instantAt` knows.
 */
export function parseClockTime(text: string): number | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}

/** Minutes since local midnight (0 to 1439) as `HH:MM`, 24 hours. Throws RangeError out of range. */
export function clockTime(minuteOfDay: number): string {
  const minute = checkedMinute(minuteOfDay);
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

/**
 * The date written as `2026-12-24`, nothing else: no space, always ten characters, years 1970 to 2999. Null when it
 * is not that, or when there is no such date (`2026-02-29`). Of no zone.
 */
export function parseDay(text: string): CalendarDay | null {
  const match = /^(19[7-9]\d|2\d{3})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return exists(day) ? day : null;
}

/** The date as `2026-12-24`; sorts as text. Of no zone. Throws RangeError for a day that does not exist. */
export function dayText(day: CalendarDay): string {
  startAsUtc(day);
  return `${String(day.year).padStart(4, '0')}-${twoDigits(day.month)}-${twoDigits(day.day)}`;
}

/** Midnight of `day` as if the day were UTC's, epoch milliseconds. */
function startAsUtc(day: CalendarDay): number {
  if (!exists(day)) throw new RangeError(`no such day: ${day.year}-${day.month}-${day.day}`);
  return Date.UTC(day.year, day.month - 1, day.day);
}

function exists(day: CalendarDay): boolean {
  const found = dayOf(Date.UTC(day.year, day.month - 1, day.day));
  return found.year === day.year && found.month === day.month && found.day === day.day;
}

function dayOf(utc: number): CalendarDay {
  const date = new Date(utc);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function checkedMinute(minuteOfDay: number): number {
  if (Number.isInteger(minuteOfDay) && minuteOfDay >= 0 && minuteOfDay < MINUTES_A_DAY) return minuteOfDay;
  throw new RangeError(`not a minute of a day: ${minuteOfDay}`);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
