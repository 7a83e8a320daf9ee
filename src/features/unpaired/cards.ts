import type { Card } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { asCard, text } from '../../chat/say.ts';
import { wordsFor } from './words.ts';

/** One kind next step, and a way to leave it. Not a word of why there's no buddy. */
export function nextStepCard(reader: Reader): Card {
  const words = wordsFor(reader);
  return {
    heading: words.heading,
    elements: [
      text(words.next),
      {
        type: 'buttons',
        buttons: [
          { id: 'pairing.choose', label: words.find, style: 'primary' },
          { id: 'pairing.open', label: words.beFound },
          { id: 'pairing.code', label: words.code },
          { id: 'members.leave-it', label: words.leave },
        ],
      },
    ],
  };
}

export function leftCard(reader: Reader): Card {
  return asCard(wordsFor(reader).left);
}
