import type { Language, Reader } from '../chat/reader.ts';

type Listener = Pick<Reader, 'language' | 'timeZone'>;

const locales: Readonly<Record<Language, string>> = { en: 'en-GB' };

/** "Monday 23 November", as it is where the reader is. */
export function sayDay(instant: number, reader: Listener): string {
  return say(instant, reader, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** "Monday 23 November, 09:00", as it is where the reader is, on a 24-hour clock as wards use it. */
export function sayInstant(instant: number, reader: Listener): string {
  const time = say(instant, reader, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${sayDay(instant, reader)}, ${time}`;
}

function say(instant: number, { language, timeZone }: Listener, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locales[language], { ...parts, timeZone }).format(instant);
}
