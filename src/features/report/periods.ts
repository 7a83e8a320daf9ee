import { type IsoWeek, mondayOf } from '../../calendar/iso-week.ts';
import { instantAt } from '../../calendar/local-time.ts';
import { sayDate, sayMonday, sayShortMonday } from '../../calendar/say.ts';
import type { Reader } from '../../chat/reader.ts';

type Reading = Pick<Reader, 'language'>;

/** "November 23", the Monday of a week that was released. */
export function sayWeek(reader: Reading, week: string): string {
  return sayMonday(week as IsoWeek, reader);
}

/** "November 23, 2026", on what's kept for years. */
export function sayWeekOfYear(reader: Reading, week: string): string {
  return sayDate(instantAt(mondayOf(week as IsoWeek), 0, 'UTC'), { ...reader, timeZone: 'UTC' });
}

/** "Nov 23", under a bar. */
export function sayWeekShortly(reader: Reading, week: string): string {
  return sayShortMonday(week as IsoWeek, reader);
}
