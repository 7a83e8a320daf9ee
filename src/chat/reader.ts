import type { Language } from './language.ts';
import type { Platform } from './person.ts';

/** Who reads a card or a message: everything that's said is said for one of them. */
export interface Reader {
  readonly language: Language;
  /** An IANA name: days and times are said as they are there. */
  readonly timeZone: string;
  /** Of a clock: 9:00 PM, or 21:00. */
  readonly hours: Hours;
  readonly platform: Platform;
}

/** How many hours a clock has. */
export type Hours = 12 | 24;

/** A room's sentences, picked by who reads them. All languages have the type of one. */
export interface Spoken<Sentences> {
  (reader: Pick<Reader, 'language'>): Sentences;
  /** As Buddy comes. */
  readonly shipped: Readonly<Record<Language, Sentences>>;
  /** What the hospital says in a language from now on. Only at the start, before anything is drawn. */
  sayInstead(language: Language, sentences: Sentences): void;
}

export function inLanguage<Sentences>(shipped: Readonly<Record<Language, Sentences>>): Spoken<Sentences> {
  const spoken = { ...shipped };
  return Object.assign(({ language }: Pick<Reader, 'language'>) => spoken[language], {
    shipped,
    sayInstead(language: Language, sentences: Sentences) {
      spoken[language] = sentences;
    },
  });
}
