import type { InferOutput } from 'valibot';
import type { ContentLanguage, Said } from './languages.ts';
import { repeated } from './repeated.ts';
import type { guide } from './shapes.ts';

/** A short text to read, such as how to listen. */
export interface Guide {
  readonly id: string;
  readonly words: Said<{ readonly title: string; readonly paragraphs: readonly string[] }>;
}

type GuideFile = InferOutput<typeof guide>;
type GuidesIn = Readonly<Record<ContentLanguage, readonly GuideFile[]>>;

/** In the order that the English ones say. */
export function makeGuides({ en, es }: GuidesIn): Guide[] {
  const spanish = new Map(es.map((one) => [one.id, said(one)]));
  return en
    .toSorted((one, other) => one.order - other.order)
    .map((one) => {
      const translated = spanish.get(one.id);
      const words = { en: said(one), ...(translated === undefined ? {} : { es: translated }) };
      return { id: one.id, words };
    });
}

function said({ title, paragraphs }: GuideFile) {
  return { title, paragraphs };
}

export function guideFaults({ en, es }: GuidesIn): string[] {
  const ids = en.map(({ id }) => id);
  return [
    ...repeated(ids).map((id) => `prompts/guides/en: the id ${id} stands twice.`),
    ...repeated(es.map(({ id }) => id)).map((id) => `prompts/guides/es: the id ${id} stands twice.`),
    ...es
      .filter(({ id }) => !ids.includes(id))
      .map(({ id }) => `prompts/guides/es: ${id} has no guide in English.`),
  ];
}
