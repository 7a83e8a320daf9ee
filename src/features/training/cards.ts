import type { Card } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { text } from '../../chat/say.ts';
import { wordsFor } from './words.ts';

/** Without names: they stand in the view that it opens. */
export function practiceCard(reader: Reader, about: string): Card {
  const words = wordsFor(reader).practice;
  return {
    elements: [
      text(words.message),
      {
        type: 'buttons',
        buttons: [{ id: `support.practice:${about}`, label: words.open, style: 'primary', opens: 'view' }],
      },
    ],
  };
}
