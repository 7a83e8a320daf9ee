import { addDays, type CalendarDay, dayText, instantAt, localDay, utcDate } from './local-time.ts';

/**
 * How much of the time from `from` to `to` (epoch milliseconds) fell on Mondays to Fridays in `zone`, in milliseconds. 0
 * where `to` isn't later.
 */
export function workdayTime(from: number, to: number, zone: string): number {
  if (to <= from) return 0;
  const last = dayText(localDay(to, zone));
  let time = 0;
  for (let day = localDay(from, zone); dayText(day) <= last; day = addDays(day, 1)) {
    if (isWeekend(day)) continue;
    const begins = Math.max(from, instantAt(day, 0, zone));
    const ends = Math.min(to, instantAt(addDays(day, 1), 0, zone));
    time += Math.max(0, ends - begins);
  }
  return time;
}

function isWeekend(day: CalendarDay): boolean {
  const weekday = utcDate(day).getDay();
  return weekday === 0 || weekday === 6;
}
