import type { Turn } from '../../bot/turn.ts';
import { dayText, localDay, parseDay, utcDate } from '../../calendar/local-time.ts';
import { sayDate, sayDay } from '../../calendar/say.ts';
import type { Reader } from '../../chat/reader.ts';

/** The hospital's day, which all days on cards are of: `YYYY-MM-DD`. */
export function todayOf({ now, hospital }: Pick<Turn, 'now' | 'hospital'>): string {
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
