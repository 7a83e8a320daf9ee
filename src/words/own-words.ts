import { type Language, languages } from '../chat/language.ts';
import type { OwnSentence, OwnWords } from '../content/word-files.ts';
import { editsBetween } from '../system/edits.ts';
import { fits, type Placed, placeNames } from './limits.ts';
import { rooms } from './rooms.ts';
import { blanksIn, type Says, saidInstead, writtenOf } from './sentence.ts';
import { sentencesOf, wordsWith } from './sentences.ts';

/** From here on Buddy says what the hospital has written. What it can't say is named, one line for each, and nothing changes. */
export function useOwnWords(words: OwnWords): readonly string[] {
  const spoken = languages.filter((language) => words[language].length > 0);
  const faults = spoken.flatMap((language) => faultsOf(words[language], sentencesIn(language)));
  if (faults.length === 0) for (const language of spoken) sayInstead(language, words[language]);
  return faults;
}

/** Everything that Buddy says in a language, by key. */
export function sentencesIn(language: Language): ReadonlyMap<string, Says> {
  return new Map(Object.entries(rooms).flatMap(([name, room]) => sentencesOf(room.shipped[language], name)));
}

function sayInstead(language: Language, own: readonly OwnSentence[]): void {
  const shipped = sentencesIn(language);
  const instead = new Map(own.map(({ key, text }) => [key, saidInstead(shipped.get(key) ?? '', text)]));
  for (const [name, room] of Object.entries(rooms)) {
    const isTouched = own.some(({ key }) => key.startsWith(`${name}.`));
    if (isTouched) room.sayInstead(language, wordsWith(room.shipped[language], name, instead));
  }
}

function faultsOf(own: readonly OwnSentence[], shipped: ReadonlyMap<string, Says>): readonly string[] {
  return own.flatMap(({ key, text, place }) => {
    const says = shipped.get(key);
    if (says === undefined) return [`${place}: there is no sentence ${key}.${didYouMean(key, shipped)}`];
    const written = writtenOf(says);
    if (written === null)
      return [`${place}, ${key}: changes with what is filled in, so one text can't stand in its place.`];
    const blanks = blanksIn(text);
    const can = [...written.blanks].map((name) => `{${name}}`).join(', ');
    return [
      ...[...written.blanks].filter((name) => !blanks.has(name)).map((name) => `{${name}} is missing.`),
      ...[...blanks]
        .filter((name) => !written.blanks.has(name))
        .map(
          (name) => `{${name}} can't be filled in here; ${can === '' ? 'nothing can' : `this can: ${can}`}.`,
        ),
      ...(text.length > fits.text ? [tooLong('text', text)] : []),
    ].map((fault) => `${place}, ${key}: ${fault}`);
  });
}

function didYouMean(key: string, shipped: ReadonlyMap<string, Says>): string {
  const keys = [...shipped.keys()];
  const inside = keys.find((one) => one.startsWith(`${key}.`));
  if (inside !== undefined) return ` It has more than one in it, such as ${inside}.`;
  const near = keys
    .map((one) => ({ one, edits: editsBetween(key, one) }))
    .toSorted((one, other) => one.edits - other.edits)[0];
  return near !== undefined && near.edits <= key.length / 3 ? ` Did you mean ${near.one}?` : '';
}

/** What is too long for where it stands. `drawn`: what stands where, with the hospital's own words in it. */
export function lengthFaults(own: readonly OwnSentence[], drawn: readonly Placed[]): readonly string[] {
  return own.flatMap(({ key, text, place }) => {
    const isIt = asDrawn(text);
    const tight = drawn.filter((one) => text.length > fits[one.place] && isIt.test(one.text));
    const tightest = tight.toSorted((one, other) => fits[one.place] - fits[other.place])[0];
    return tightest === undefined ? [] : [`${place}, ${key}: ${tooLong(tightest.place, text)}`];
  });
}

function tooLong(place: Placed['place'], text: string): string {
  return `${placeNames[place]}, where ${fits[place]} characters fit; this has ${text.length}.`;
}

/** The text, with anything where something is filled in. */
function asDrawn(text: string): RegExp {
  const plain = text.split(/\{[^{}]*\}/).map((part) => RegExp.escape(part));
  return new RegExp(`^${plain.join('.*')}$`, 's');
}
