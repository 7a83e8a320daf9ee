import type { PersonRef } from '../chat/person.ts';
import type { Reader } from '../chat/reader.ts';
import type { Member } from './members/store.ts';

/** A member as they read what's sent to them. */
export function readerOf({ person, timeZone }: Pick<Member, 'person' | 'timeZone'>): Reader {
  return { language: 'en', timeZone, platform: person.platform };
}

/** Someone who isn't a member: of the time zones told, the first is taken for theirs. */
export function readerAt(
  { platform }: PersonRef,
  told: readonly (string | null)[],
  fallback: string,
): Reader {
  const timeZone = told.find((zone) => zone !== null) ?? fallback;
  return { language: 'en', timeZone, platform };
}
