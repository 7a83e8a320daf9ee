import { addMonths, getQuarter } from './date-fns.ts';
import { utc } from './local-time.ts';

/** Three months by UTC: `2026-Q4`. They sort as text. */
export type Quarter = `${number}-Q${number}`;

/** Six months by UTC: `2026-H2`. They sort as text. */
export type HalfYear = `${number}-H${number}`;

export function quarterOf(instant: number): Quarter {
  const date = utc(instant);
  return `${date.getUTCFullYear()}-Q${getQuarter(date)}`;
}

export function halfYearOf(instant: number): HalfYear {
  const date = utc(instant);
  return `${date.getUTCFullYear()}-H${getQuarter(date) <= 2 ? 1 : 2}`;
}

/** When a quarter or half-year is over, and so many months after it (epoch milliseconds). */
export function endOf(period: Quarter | HalfYear, monthsLater = 0): number {
  const [year, number] = period.split(/-[QH]/).map(Number) as [number, number];
  const months = period.includes('Q') ? 3 : 6;
  return Date.UTC(year, number * months + monthsLater, 1);
}

/** The quarter before the one that `instant` is in. */
export function quarterBefore(instant: number): Quarter {
  return quarterOf(monthsBefore(instant, 3));
}

/** So many half-years before the one that `instant` is in. */
export function halfYearBefore(instant: number, count: number): HalfYear {
  return halfYearOf(monthsBefore(instant, 6 * count));
}

/** By the first of the month: from a 31st, three months back would skip over a shorter one. */
function monthsBefore(instant: number, months: number): number {
  const date = utc(instant);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1);
}

/** Whether so many months haven't gone by between the two instants. */
export function isWithinMonths(since: number, instant: number, months: number): boolean {
  return instant < addMonths(utc(since), months).getTime();
}
