import type { FieldsElement } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import type { HeldLine } from '../../people/held-room.ts';
import type { Held } from './held.ts';
import { wordsFor } from './words.ts';

/** What is held, in words; what is empty is left out. */
export function heldFields(reader: Reader, { person, name, parts }: Held): FieldsElement['fields'] {
  const words = wordsFor(reader);
  const you: HeldLine = [words.youLabel, [words.you(name, person.platform)]];
  return [you, ...parts.flatMap(({ lines }) => lines)]
    .filter(([, entries]) => entries.length > 0)
    .map(([label, entries]) => ({ label, words: joined(reader, entries) }));
}

/** No platform takes a list of any length; the copy has all of it. */
function joined(reader: Reader, entries: readonly string[]): string {
  const shown = entries.filter((_, index) => entries.slice(0, index + 1).join('; ').length <= mostCharacters);
  const left = entries.length - shown.length;
  return [...shown, ...(left === 0 ? [] : [wordsFor(reader).more(left)])].join('; ');
}

const mostCharacters = 1_000;
