import type { Language } from '../chat/language.ts';
import type { PersonRef } from '../chat/person.ts';
import type { Reader } from '../chat/reader.ts';
import type { Hospital } from '../config/hospital.ts';
import type { Member } from './members/store.ts';

/** A member as they read what's sent to them. */
export function readerOf({
  person,
  timeZone,
  language,
  chosenLanguage,
  hours,
}: Pick<Member, 'person' | 'timeZone' | 'language' | 'chosenLanguage' | 'hours'>): Reader {
  return { language: chosenLanguage ?? language, timeZone, hours, platform: person.platform };
}

/** What's known of how someone reads who isn't a member, from one place. */
interface Told {
  readonly timeZone?: string | null;
  readonly language: Language | null;
}

/** Someone who isn't a member: of the time zones and languages told, the first is taken for theirs. */
export function readerAt(
  { platform }: PersonRef,
  told: readonly (Told | null)[],
  fallback: Pick<Hospital, 'timeZone' | 'language'>,
): Reader {
  const timeZone = told.find((one) => typeof one?.timeZone === 'string')?.timeZone ?? fallback.timeZone;
  const language = told.find((one) => typeof one?.language === 'string')?.language ?? fallback.language;
  return { language, timeZone, hours: 12, platform };
}
