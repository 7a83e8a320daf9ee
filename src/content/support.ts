import type { InferOutput } from 'valibot';
import { type ByLanguage, inOrder, joined } from './by-language.ts';
import type { Choices } from './choices.ts';
import type { Said } from './languages.ts';
import type { Legal } from './legal.ts';
import type { rolePlay, supportText } from './shapes.ts';

/** What a program of formal peer support works with. */
export interface SupportMaterial {
  readonly texts: readonly SupportText[];
  readonly rolePlays: readonly RolePlay[];
  readonly choices: Choices;
  readonly readyWords: ReadyWords;
  readonly legal: Legal;
}

/** What a supporter copies and sends in their own name. What's in [brackets] they fill in. */
export interface ReadyWords {
  readonly 'first-try': Said<string>;
  /** After three days; there's no third. */
  readonly 'second-try': Said<string>;
  readonly voicemail: Said<string>;
  readonly 'after-no': Said<string>;
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
): Pick<SupportMaterial, 'texts' | 'rolePlays'> {
  return {
    texts: joined({ en: inOrder(texts.en), es: texts.es }, ({ title, sections }) => ({ title, sections })),
    rolePlays: joined(rolePlays, ({ title, colleague, supporter }) => ({ title, colleague, supporter })),
  };
}
