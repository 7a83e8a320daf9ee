import { addDays as addDaysTo, isValid, lightFormat, parseISO, UTCDateMini } from './date-fns.ts';
import { millisecondsInMinute, minutesInDay, minutesInHour } from './spans.ts';
import { instantOf, wallClockAt } from './zoned.ts';

/** A date on a calendar, of no zone: `month` is 1 to 12, `day` 1 to 31. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The instant (epoch milliseconds, UTC) at which clocks in `zone` show `minuteOfDay` (0 to 1439, local) on the local
 * `day`. A time that is skipped (DST gap) moves forward by the gap's length: 02:30 in a gap of one hour is 03:30, and
 * a time on a day that the zone left out altogether is that time a day later. A time that happens twice (fold) is the
 * first of the two. Throws RangeError for an unknown zone, a day that does not exist, a minute out of range.
 */
export function instantAt(day: CalendarDay, minuteOfDay: number, zone: string): number {
  const minutes = checkedMinute(minuteOfDay);
  const minute = minutes % minutesInHour;
  return instantOf({ ...day, hour: (minutes - minute) / minutesInHour, minute }, zone);
}

/**
 * The local date in `zone` at `instant` (epoch milliseconds). Every instant has exactly one. Throws RangeError for an
 * unknown zone and for an instant that is no date.
 */
export function localDay(instant: number, zone: string): CalendarDay {
  const { year, month, day } = wallClockAt(instant, zone);
  return { year, month, day };
}

/**
 * What clocks in `zone` show at `instant` (epoch milliseconds), in minutes since local midnight, 0 to 1439, seconds
 * cut off. In a fold two instants give the same minute; in a gap minutes are left out. Throws like `localDay`.
 */
export function localMinute(instant: number, zone: string): number {
  const { hour, minute } = wallClockAt(instant, zone);
  return hour * minutesInHour + minute;
}

/**
 * The date `count` days later (earlier, when negative). Counts dates, not hours, and knows no zone, so DST does not
 * touch it. Throws RangeError for a day that does not exist and for a count that is no whole number.
 */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  if (!Number.isInteger(count)) throw new RangeError(`not a whole number of days: ${count}`);
  return dayOf(addDaysTo(utcDate(day), count));
}

/**
 * Whether `text` names a time zone of the IANA database that this Node knows, in any case (`Europe/Paris`, `UTC`).
 * False for offsets (`+02:00`), for anything with space around it, and for names that only ICU knows, such as `BST`,
 * which is Dhaka to it. Never throws.
 */
export function isTimeZone(text: string): boolean {
  // Temporal takes offsets for zones, as the standard says, and temporal-polyfill takes this family of ICU's as well.
  if (/^(?:[+-]|systemv\/)/i.test(text)) return false;
  try {
    wallClockAt(0, text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Minutes since midnight (0 to 1439) of a local clock time as a person writes it: `09:00`, `9:00`, `9 am`, `9:00 PM`,
 * with space around it or not. Null for anything else, `24:00` too. Whether that time exists on a given day only
 * `instantAt` knows.
 */
export function parseClockTime(text: string): number | null {
  // Not date-fns' parse: it takes ten times as long to load as everything else here (docs/decisions/0005).
  const ofTwelve = /^(0?[1-9]|1[0-2])(?::([0-5]\d))?\s?([ap])\.?m\.?$/i.exec(text.trim());
  if (ofTwelve !== null) {
    const [, hour, minute = '0', half = ''] = ofTwelve;
    const afternoon = half.toLowerCase() === 'p' ? 12 : 0;
    return ((Number(hour) % 12) + afternoon) * minutesInHour + Number(minute);
  }
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim());
  return match === null ? null : Number(match[1]) * minutesInHour + Number(match[2]);
}

/** Minutes since local midnight (0 to 1439) as `HH:MM`, 24 hours. Throws RangeError out of range. */
export function clockTime(minuteOfDay: number): string {
  return lightFormat(new UTCDateMini(checkedMinute(minuteOfDay) * millisecondsInMinute), 'HH:mm');
}

/**
 * The date written as `2026-12-24`, nothing else: no space, always ten characters, years 1970 to 2999. Null when it
 * is not that, or when there is no such date (`2026-02-29`). Of no zone.
 */
export function parseDay(text: string): CalendarDay | null {
  // parseISO reads weeks, times and other lengths as well.
  if (!/^(?:19[7-9]\d|2\d{3})-\d\d-\d\d$/.test(text)) return null;
  const date = parseISO(text, { in: utc });
  return isValid(date) ? dayOf(date) : null;
}

/** The date as `2026-12-24`; sorts as text. Of no zone. Throws RangeError for a day that does not exist. */
export function dayText(day: CalendarDay): string {
  return lightFormat(utcDate(day), 'yyyy-MM-dd');
}

/**
 * Midnight of `day` as if the day were UTC's: what date-fns makes of it is of UTC too, whatever the machine's own zone.
 * Throws RangeError for a day that does not exist.
 */
export function utcDate({ year, month, day }: CalendarDay): Date {
  const date = new UTCDateMini(year, month - 1, day);
  if (date.getMonth() !== month - 1 || date.getDate() !== day) {
    throw new RangeError(`no such day: ${year}-${month}-${day}`);
  }
  return date;
}

/** Has date-fns read a text as UTC's. */
export function utc(value: Date | number | string): Date {
  return new UTCDateMini(value);
}

/** The day of a date made by `utcDate` or `utc`. */
export function dayOf(date: Date): CalendarDay {
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

function checkedMinute(minuteOfDay: number): number {
  if (Number.isInteger(minuteOfDay) && minuteOfDay >= 0 && minuteOfDay < minutesInDay) return minuteOfDay;
  throw new RangeError(`not a minute of a day: ${minuteOfDay}`);
}
