import type { ChatAdapter, LookUp } from '../chat/adapter.ts';
import type { Language } from '../chat/language.ts';
import type { PersonRef, Platform, Profile } from '../chat/person.ts';
import type { Database } from '../db/schema.ts';
import { addressOf } from '../outbox/recipient-store.ts';
import { cleanedLookUp } from './cleaned.ts';
import { profileOfContact } from './contacts/rules.ts';
import { type Contact, findContact } from './contacts/store.ts';
import { words } from './contacts/words.en.ts';

interface PeopleParts {
  readonly db: Database;
  readonly adapters: ReadonlyMap<Platform, Pick<ChatAdapter, 'lookUp'>>;
}

/** Who a platform says someone is. A time zone or language that it doesn't tell is the one that their own messages told. */
export async function askPlatform(parts: PeopleParts, person: PersonRef): Promise<LookUp> {
  return ask(parts, person, await findContact(parts.db, person));
}

/** The language of someone who's no member, on a platform whose events don't tell it; null where nobody can say. */
export async function findLanguage(parts: PeopleParts, person: PersonRef): Promise<Language | null> {
  const found = await ask(parts, person, null);
  return 'name' in found ? found.language : null;
}

/**
 * Who writes to Buddy, when they aren't a member yet. Where guests are welcome, what their messages tell is enough;
 * elsewhere the platform is asked, which alone knows who is a guest.
 */
export async function findNewcomer(
  parts: PeopleParts,
  person: PersonRef,
  guestsWelcome: boolean,
): Promise<Profile | null | 'unavailable'> {
  const contact = await findContact(parts.db, person);
  const known = profileOfContact(contact);
  if (known !== null && guestsWelcome) return known;
  const found = await ask(parts, person, contact);
  if ('unavailable' in found) return 'unavailable';
  return 'name' in found ? found : profileAnyhow(contact);
}

/** Who a colleague is that someone mentioned, picked or named. `absent`: they don't have the app. */
export async function findColleague(
  parts: PeopleParts,
  person: PersonRef,
  guestsWelcome: boolean,
): Promise<Profile | null | 'absent' | 'unavailable'> {
  const contact = await findContact(parts.db, person);
  const known = contact?.unreachableSince === null ? profileOfContact(contact) : null;
  if (known !== null && guestsWelcome) return known;
  const found = await ask(parts, person, contact);
  if ('name' in found) return found;
  if ('absent' in found) return 'absent';
  return profileAnyhow(contact) ?? ('unavailable' in found ? 'unavailable' : null);
}

/** Someone who has the app is someone, even if nobody can say who. */
function profileAnyhow(contact: Contact | null): Profile | null {
  return profileOfContact(contact === null ? null : { ...contact, name: contact.name ?? words.someone });
}

async function ask(
  { db, adapters }: PeopleParts,
  person: PersonRef,
  contact: Contact | null,
): Promise<LookUp> {
  const address = contact === null ? await addressOf(db, person) : contact.address;
  const answer = await adapters.get(person.platform)?.lookUp(person, address);
  const found = cleanedLookUp(answer ?? { unknown: true });
  return 'name' in found
    ? {
        ...found,
        timeZone: found.timeZone ?? contact?.timeZone ?? null,
        language: found.language ?? contact?.language ?? null,
      }
    : found;
}
