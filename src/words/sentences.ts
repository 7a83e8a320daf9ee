import type { Says } from './sentence.ts';

/** Every sentence of a room, by its key: where it stands, joined by dots; in lists counted from 1. */
export function sentencesOf(words: unknown, key: string): readonly (readonly [key: string, says: Says])[] {
  if (isSentence(words)) return [[key, words]];
  return entriesOf(words).flatMap(([name, inner]) => sentencesOf(inner, `${key}.${name}`));
}

/** The same words, with what `instead` has for a key. What it has nothing for stays the very same. */
export function wordsWith(words: unknown, key: string, instead: ReadonlyMap<string, Says>): unknown {
  if (isSentence(words)) return instead.get(key) ?? words;
  const changed = entriesOf(words).map(
    ([name, inner]) => [name, wordsWith(inner, `${key}.${name}`, instead)] as const,
  );
  return Array.isArray(words) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
}

function entriesOf(words: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(words)) return words.map((inner, place) => [String(place + 1), inner]);
  return Object.entries(words as object);
}

/** A list of words that are all plain is a list of sentences; with a command or a number in it, it's one sentence. */
function isSentence(words: unknown): words is Says {
  if (typeof words === 'string' || typeof words === 'function') return true;
  return Array.isArray(words) && words.some((part) => isPiece(part));
}

function isPiece(part: unknown): boolean {
  return (
    typeof part === 'object' && part !== null && ('command' in part || 'phone' in part || 'person' in part)
  );
}
