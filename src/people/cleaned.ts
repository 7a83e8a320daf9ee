import { isTimeZone } from '../calendar/local-time.ts';
import type { LookUp } from '../chat/adapter.ts';
import type { InboundEvent, Whereabouts } from '../chat/event.ts';
import { cleanName } from '../chat/name.ts';
import type { Profile } from '../chat/person.ts';
import { words } from './contacts/words.en.ts';

// What platforms say of people comes from people: it passes here before anything is kept, shown or reckoned with. Behind
// this, a name is one that may stand in a sentence, and a time zone is one that this Node knows, or null.

/** An event as it came from an adapter, with what it tells of its sender cleaned. */
export function cleanedEvent(event: InboundEvent): InboundEvent {
  const told = event.contact === undefined ? event : { ...event, contact: cleanedContact(event.contact) };
  return told.type === 'profile' ? { ...told, profile: cleanedProfile(told.profile) } : told;
}

/** What a platform answered about someone, cleaned. */
export function cleanedLookUp(found: LookUp): LookUp {
  return 'name' in found ? cleanedProfile(found) : found;
}

function cleanedProfile(profile: Profile): Profile {
  const { name, timeZone } = profile;
  return { ...profile, name: cleanName(name) ?? words.someone, timeZone: knownZone(timeZone) };
}

function cleanedContact(contact: Whereabouts): Whereabouts {
  const { name, timeZone } = contact;
  return { ...contact, name: name === null ? null : cleanName(name), timeZone: knownZone(timeZone) };
}

function knownZone(zone: string | null): string | null {
  return zone !== null && isTimeZone(zone) ? zone : null;
}
