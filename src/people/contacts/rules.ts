import type { Language } from '../../chat/language.ts';
import type { Profile } from '../../chat/person.ts';

/** As much of a contact as tells who they are. */
interface Named {
  readonly name: string | null;
  readonly timeZone: string | null;
  readonly language: Language | null;
}

/** What is known of someone by their contact alone; null without a name. A platform's events come from open accounts. */
export function profileOfContact(contact: Named | null): Profile | null {
  if (contact === null || contact.name === null) return null;
  const { name, timeZone, language } = contact;
  return { name, timeZone, language, active: true, kind: 'person' };
}

/** Whether two full names are the same but for case, accents, spaces, and which of the names is written first. */
export function isSameName(one: string, other: string): boolean {
  const [ones, others] = [partsOf(one), partsOf(other)];
  if (ones.length === 0) return false;
  return ones.join('') === others.join('') || ones.toSorted().join('') === others.toSorted().join('');
}

/** Names as a directory has them, without what it adds in parentheses: pronouns, a unit. */
export function withoutAdditions(name: string): string {
  return name.replaceAll(/[([][^)\]]*[)\]]/g, ' ').trim();
}

/** The letters of a name in alphabetical order: names that may be the same have the same. By it they're found. */
export function nameLetters(name: string): string {
  return [...partsOf(withoutAdditions(name)).join('')].toSorted().join('');
}

/** Letters that are no accented ones to Unicode, and marks that a phone puts in place of the typed ones. */
const plainly: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th' },
    ...{ '’': "'", '‘': "'", ʼ: "'", '`': "'", '‐': '-', '–': '-' },
  }),
);

function partsOf(name: string): readonly string[] {
  // On its own, the acute accent would come apart into a space and an accent.
  const letters = [...name.replaceAll('´', "'").normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()];
  const plain = letters.map((letter) => plainly.get(letter) ?? letter).join('');
  return plain.split(/[\s,]+/).filter((part) => part !== '');
}
