/** What Buddy speaks. A third one is a name here, and a `words.xx.ts` in every room. */
export const languages = ['en', 'es'] as const;

export type Language = (typeof languages)[number];

/** Each in itself, as someone looks for it who reads no other. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' };

/** Something drawn for a reader. The core says in which language, so that what a platform adds, such as "Cancel", is in the same; unsaid, it's English. */
export interface InALanguage {
  readonly language?: Language;
}

export function languageIn({ language = 'en' }: InALanguage): { readonly language: Language } {
  return { language };
}

/** The language of a locale such as `es-MX` or `en_US`; null for one that Buddy doesn't speak. */
export function languageOf(locale: string): Language | null {
  const [spoken = ''] = locale.toLowerCase().split(/[-_]/);
  return languages.find((language) => language === spoken) ?? null;
}
