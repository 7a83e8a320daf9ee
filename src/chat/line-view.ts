import type { Button, Words } from './card.ts';
import { text } from './say.ts';
import type { View } from './view.ts';

/** One sentence that names someone, and so stands in a view; with where one may go from there. */
export function lineView(
  { id, title }: Pick<View, 'id' | 'title'>,
  words: Words,
  buttons: readonly Button[],
): View {
  const elements = [text(words), ...(buttons.length === 0 ? [] : [{ type: 'buttons', buttons } as const])];
  return { id, title, elements, fields: [], submit: null };
}
