import type { Language } from './language.ts';
import type { Platform } from './person.ts';

/** Who reads a card or a message: everything that's said is said for one of them. */
export interface Reader {
  readonly language: Language;
  /** An IANA name: days and times are said as they are there. */
  readonly timeZone: string;
  readonly platform: Platform;
}

/** A room's sentences in each language, picked by who reads them. All languages have the type of one. */
export function inLanguage<Sentences>(
  spoken: Readonly<Record<Language, Sentences>>,
): (reader: Pick<Reader, 'language'>) => Sentences {
  return ({ language }) => spoken[language];
}
