import type { Language } from '../chat/language.ts';
import type { PersonRef } from '../chat/person.ts';
import type { Reader } from '../chat/reader.ts';
import type { Hospital } from '../config/hospital.ts';
import type { Executor } from '../db/schema.ts';
import { findChosenLanguage } from './chosen-languages/store.ts';
import { findContact } from './contacts/store.ts';
import { findMember } from './members/store.ts';
import { readerAt, readerOf } from './readers.ts';

/** What it takes to write to someone: as of when, and as the hospital reads where nothing is known of them. */
export interface Telling {
  readonly db: Executor;
  readonly now: number;
  readonly hospital: Pick<Hospital, 'timeZone' | 'language'>;
}

/**
 * Who reads what's sent to this account: as the hospital does, where nothing is known of them. `told`: what the platform said
 * of someone who may not take part otherwise.
 */
export async function findReader(
  db: Executor,
  person: PersonRef,
  hospital: Pick<Hospital, 'timeZone' | 'language'>,
  told: { readonly language: Language | null } | null = null,
): Promise<Reader> {
  const member = await findMember(db, person);
  if (member !== null) return { ...readerOf(member), platform: person.platform };
  const known = [await findChosenLanguage(db, person), await findContact(db, person), told];
  return readerAt(person, known, hospital);
}
