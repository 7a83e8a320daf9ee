import type { Reader } from '../chat/reader.ts';
import { dayText, localDay, parseDay, utcDate } from './local-time.ts';
import { sayDate, sayDay } from './say.ts';

interface Here {
  readonly now: number;
  readonly hospital: { readonly timeZone: string };
}

/** The hospital's day, which days that are chosen or printed are of: `YYYY-MM-DD`. */
export function todayOf({ now, hospital }: Here): string {
  return dayText(localDay(now, hospital.timeZone));
}

/** "November 23, 2026" */
export function sayDateOf(day: string, { language }: Pick<Reader, 'language'>): string {
  return sayDate(atMidnight(day), { language, timeZone: 'UTC' });
}

/** "Monday, November 23" */
export function sayDayOf(day: string, { language }: Pick<Reader, 'language'>): string {
  return sayDay(atMidnight(day), { language, timeZone: 'UTC' });
}

function atMidnight(day: string): number {
  const parsed = parseDay(day);
  if (parsed === null) throw new RangeError('not a calendar day');
  return utcDate(parsed).getTime();
}
