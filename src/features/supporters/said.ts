import type { FieldsElement, Option, Words } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import type { Choice, Choices } from '../../content/choices.ts';
import { saidIn } from '../../content/languages.ts';
import { allHours, type Part, parts } from './rules.ts';
import type { Supporter } from './store.ts';
import { wordsFor } from './words.ts';

/** Of what someone chose from a list, the words; an id that the hospital has taken out says nothing. */
function saidOf(
  reader: Reader,
  choices: readonly Choice[],
  ids: readonly (string | null)[],
): readonly string[] {
  return choices.filter(({ id }) => ids.includes(id)).map(({ words }) => saidIn(words, reader.language));
}

export function optionsOf(reader: Reader, choices: readonly Choice[]): readonly Option[] {
  return choices.map(({ id, words }) => ({ value: id, label: saidIn(words, reader.language) }));
}

/** A phone number can be tapped. */
export function sayContact(contact: string): Words {
  return contact.includes('@') ? contact : [{ phone: contact }];
}

/** What a supporter shows to everyone beside their name; null for nothing. */
export function shownFacts(reader: Reader, choices: Choices, supporter: Supporter): FieldsElement | null {
  const { facts } = wordsFor(reader);
  const fields = shownSaid(reader, choices, supporter).map(([part, words]) => ({
    label: facts[part],
    words,
  }));
  return fields.length === 0 ? null : { type: 'fields', fields };
}

/** The same without labels, in the order in which it's shown. */
export function shownSaid(
  reader: Reader,
  choices: Choices,
  supporter: Supporter,
): readonly (readonly [part: Part, words: Words])[] {
  const said = saysOf(reader, choices, supporter);
  return parts
    .filter((part) => supporter.shown.includes(part) && said[part].length > 0)
    .map((part) => [part, said[part]] as const);
}

function saysOf(reader: Reader, choices: Choices, supporter: Supporter): Readonly<Record<Part, Words>> {
  const words = wordsFor(reader);
  const { contact } = supporter;
  return {
    profession: saidOf(reader, choices.professions, [supporter.profession]).join(),
    specialty: saidOf(reader, choices.specialties, [supporter.specialty]).join(),
    rank: saidOf(reader, choices.ranks, [supporter.rank]).join(),
    unit: saidOf(reader, choices.units, [supporter.unit]).join(),
    // Each is a sentence, with commas of its own.
    kinds: saidOf(reader, choices.kinds, supporter.kinds).join('; '),
    languages: saidOf(reader, choices.languages, supporter.languages).join(', '),
    hours: allHours
      .filter((one) => supporter.hours.includes(one))
      .map((one) => words.hours[one])
      .join(', '),
    contact: contact === null ? '' : sayContact(contact),
  };
}
