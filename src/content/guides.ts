import type { InferOutput } from 'valibot';
import { type ByLanguage, inOrder, joined } from './by-language.ts';
import type { Said } from './languages.ts';
import type { guide } from './shapes.ts';

/** A short text to read, such as how to listen. */
export interface Guide {
  readonly id: string;
  readonly words: Said<{ readonly title: string; readonly paragraphs: readonly string[] }>;
}

export function makeGuides({ en, es }: ByLanguage<InferOutput<typeof guide>>): Guide[] {
  return joined({ en: inOrder(en), es }, ({ title, paragraphs }) => ({ title, paragraphs }));
}
