import type { Language } from '../chat/language.ts';
import type { Reader } from '../chat/reader.ts';
import { type IsoWeek, mondayOf } from './iso-week.ts';
import { utcDate } from './local-time.ts';
import { remember } from './remember.ts';
import { millisecondsInMinute } from './spans.ts';

type Listener = Pick<Reader, 'language' | 'timeZone'>;
type ListenerByTheClock = Listener & Pick<Reader, 'hours'>;

const locales: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' };

const weekdayAndDay = { weekday: 'long', month: 'long', day: 'numeric' } as const;
const dayAndYear = { year: 'numeric', month: 'long', day: 'numeric' } as const;
const dayAlone = { month: 'long', day: 'numeric' } as const;
const shortDay = { month: 'short', day: 'numeric' } as const;
const timeAlone = {
  12: { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' },
  24: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const;

/** "Monday, November 23", as it is where the reader is. */
export function sayDay(instant: number, reader: Listener): string {
  return formatter('weekday', reader, weekdayAndDay).format(instant);
}

/** "Monday, November 23, 9:00 AM", as it is where the reader is, and on the clock that they read. */
export function sayInstant(instant: number, reader: ListenerByTheClock): string {
  return `${sayDay(instant, reader)}, ${clock(reader).format(instant)}`;
}

/** "November 23, 2026", as it is where the reader is: for what may be of another year. */
export function sayDate(instant: number, reader: Listener): string {
  return formatter('date', reader, dayAndYear).format(instant);
}

/** "November 23", the Monday of a week, which is the same day everywhere. */
export function sayMonday(week: IsoWeek, { language }: Pick<Reader, 'language'>): string {
  return formatter('day', { language, timeZone: 'UTC' }, dayAlone).format(utcDate(mondayOf(week)));
}

/** "Nov 23", the same where there's little room. */
export function sayShortMonday(week: IsoWeek, { language }: Pick<Reader, 'language'>): string {
  return formatter('short day', { language, timeZone: 'UTC' }, shortDay).format(utcDate(mondayOf(week)));
}

const periodSigns: Readonly<Record<Language, { readonly quarter: string; readonly halfYear: string }>> = {
  en: { quarter: 'Q', halfYear: 'H' },
  es: { quarter: 'T', halfYear: 'S' },
};

/** "Q4 2026", for a quarter as it's kept: `2026-Q4`. */
export function sayQuarter(quarter: string, { language }: Pick<Reader, 'language'>): string {
  const [year, number] = quarter.split('-Q');
  return `${periodSigns[language].quarter}${number} ${year}`;
}

/** "H2 2026", for `2026-H2`. */
export function sayHalfYear(halfYear: string, { language }: Pick<Reader, 'language'>): string {
  const [year, number] = halfYear.split('-H');
  return `${periodSigns[language].halfYear}${number} ${year}`;
}

/** "9:00 AM", or "09:00", for a minute of the day (0 to 1439). */
export function sayTime(
  minuteOfDay: number,
  { language, hours }: Pick<Reader, 'language' | 'hours'>,
): string {
  return clock({ language, hours, timeZone: 'UTC' }).format(minuteOfDay * millisecondsInMinute);
}

function clock(reader: ListenerByTheClock): Intl.DateTimeFormat {
  return formatter(`time${reader.hours}`, reader, timeAlone[reader.hours]);
}

/** Kept, since making one takes thirty times as long as using it, and a status says up to three instants. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const FORMATTERS_KEPT = 1000;

function formatter(
  said: 'weekday' | 'time12' | 'time24' | 'date' | 'day' | 'short day',
  { language, timeZone }: Listener,
  parts: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return remember(
    formatters,
    FORMATTERS_KEPT,
    `${said} ${language} ${timeZone}`,
    () => new Intl.DateTimeFormat(locales[language], { ...parts, timeZone }),
  );
}
