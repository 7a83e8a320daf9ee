import type { Profile } from '../../chat/person.ts';
import type { Contact } from './store.ts';

/** What is known of somebody by their contact alone; null without a name. A platform's events come from open accounts. */
export function profileOfContact(contact: Contact | null): Profile | null {
  if (contact === null || contact.name === null) return null;
  return { name: contact.name, timeZone: contact.timeZone, active: true, kind: 'person' };
}

/** Whether two full names are the same but for case, accents, spaces, and which of the names is written first. */
export function isSameName(one: string, other: string): boolean {
  const [ones, others] = [partsOf(one), partsOf(other)];
  if (ones.length === 0) return false;
  return ones.join('') === others.join('') || ones.toSorted().join('') === others.toSorted().join('');
}

function partsOf(name: string): readonly string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[\s,]+/).filter((part) => part !== '');
}
