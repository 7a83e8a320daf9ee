import type { Language } from '../chat/language.ts';
import type { Said } from './languages.ts';
import { repeated } from './repeated.ts';

/** What was read of one kind, in each language. */
export type ByLanguage<Text> = Readonly<Record<Language, readonly Text[]>>;

/** Texts of one id become one that's said in several languages; in the order of the English ones. */
export function joined<Text extends { readonly id: string }, Words>(
  { en, es }: ByLanguage<Text>,
  wordsOf: (text: Text) => Words,
): { readonly id: string; readonly words: Said<Words> }[] {
  const spanish = new Map(es.map((text) => [text.id, wordsOf(text)]));
  return en.map((text) => {
    const translated = spanish.get(text.id);
    return {
      id: text.id,
      words: { en: wordsOf(text), ...(translated === undefined ? {} : { es: translated }) },
    };
  });
}

/** What stands twice, and what is a translation of nothing. `where` is the place in `prompts/`, before the language. */
export function languageFaults(where: string, { en, es }: ByLanguage<{ readonly id: string }>): string[] {
  const ids = en.map(({ id }) => id);
  const translated = es.map(({ id }) => id);
  return [
    ...repeated(ids).map((id) => `prompts/${where}/en: the id ${id} stands twice.`),
    ...repeated(translated).map((id) => `prompts/${where}/es: the id ${id} stands twice.`),
    ...translated
      .filter((id) => !ids.includes(id))
      .map((id) => `prompts/${where}/es: ${id} has nothing in English.`),
  ];
}

/** Files say their place among the others. */
export function inOrder<Text extends { readonly order: number }>(texts: readonly Text[]): Text[] {
  return texts.toSorted((one, other) => one.order - other.order);
}
