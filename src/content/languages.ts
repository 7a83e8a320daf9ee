/** The languages that `prompts/` is written in. */
export const contentLanguages = ['en', 'es'] as const;
export type ContentLanguage = (typeof contentLanguages)[number];

/** The same thing said in each language; what a hospital has written in English alone has no other. */
export type Said<Words> = { readonly en: Words } & { readonly [Language in ContentLanguage]?: Words };

/** As it's said in `language`, else in English. */
export function saidIn<Words>(said: Said<Words>, language: ContentLanguage): Words {
  return said[language] ?? said.en;
}
