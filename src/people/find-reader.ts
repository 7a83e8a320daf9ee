import type { PersonRef } from '../chat/person.ts';
import type { Reader } from '../chat/reader.ts';
import type { Executor } from '../db/schema.ts';
import { findContact } from './contacts/store.ts';
import { findMember } from './members/store.ts';
import { readerAt, readerOf } from './readers.ts';

/** Whoever reads what's sent to this account. Where nothing tells a time zone it's UTC: for what says no time. */
export async function findReader(db: Executor, person: PersonRef): Promise<Reader> {
  const member = await findMember(db, person);
  if (member !== null) return { ...readerOf(member), platform: person.platform };
  return readerAt(person, [await findContact(db, person)], { timeZone: 'UTC', language: 'en' });
}
