import type { Language } from '../chat/language.ts';
import type { Reader } from '../chat/reader.ts';
import { remember } from './remember.ts';

type Listener = Pick<Reader, 'language' | 'timeZone'>;

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-US' };

/** "Monday 23 November", as it is where the reader is. */
export function sayDay(instant: number, reader: Listener): string {
  return formatter(days, reader, { weekday: 'long', day: 'numeric', month: 'long' }).format(instant);
}

/** "Monday 23 November, 09:00", as it is where the reader is, on a 24-hour clock as wards use it. */
export function sayInstant(instant: number, reader: Listener): string {
  const time = formatter(times, reader, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${sayDay(instant, reader)}, ${time.format(instant)}`;
}

/** Kept, since making one takes thirty times as long as using it, and a status says up to three instants. */
const days = new Map<string, Intl.DateTimeFormat>();
const times = new Map<string, Intl.DateTimeFormat>();
const FORMATTERS_KEPT = 500;

function formatter(
  kept: Map<string, Intl.DateTimeFormat>,
  { language, timeZone }: Listener,
  parts: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return remember(
    kept,
    FORMATTERS_KEPT,
    `${language} ${timeZone}`,
    () => new Intl.DateTimeFormat(locales[language], { ...parts, timeZone }),
  );
}
