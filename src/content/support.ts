import type { InferOutput } from 'valibot';
import { type ByLanguage, inOrder, joined } from './by-language.ts';
import type { Said } from './languages.ts';
import type { rolePlay, supportText } from './shapes.ts';

/** What a program of formal peer support works with. */
export interface SupportMaterial {
  readonly texts: readonly SupportText[];
  readonly rolePlays: readonly RolePlay[];
}

/** A longer text in sections, such as a supporter's conversation step by step. */
export interface SupportText {
  readonly id: string;
  readonly words: Said<{ readonly title: string; readonly sections: readonly Section[] }>;
}

interface Section {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** A pair of cards: one for who needs a colleague, one for the supporter. */
export interface RolePlay {
  readonly id: string;
  readonly words: Said<{
    readonly title: string;
    readonly colleague: readonly string[];
    readonly supporter: readonly string[];
  }>;
}

export function makeSupport(
  texts: ByLanguage<InferOutput<typeof supportText>>,
  rolePlays: ByLanguage<InferOutput<typeof rolePlay>>,
): SupportMaterial {
  return {
    texts: joined({ en: inOrder(texts.en), es: texts.es }, ({ title, sections }) => ({ title, sections })),
    rolePlays: joined(rolePlays, ({ title, colleague, supporter }) => ({ title, colleague, supporter })),
  };
}
