import { type Language, languages } from '../chat/language.ts';

/** The same thing said in each language; what a hospital has written in English alone has no other. */
export type Said<Words> = { readonly en: Words } & { readonly [Spoken in Language]?: Words };

/** As it's said in `language`, else in English. */
export function saidIn<Words>(said: Said<Words>, language: Language): Words {
  return said[language] ?? said.en;
}

/** Those in which it's said. */
export function languagesOf<Words>(said: Said<Words>): readonly Language[] {
  return languages.filter((language) => said[language] !== undefined);
}
