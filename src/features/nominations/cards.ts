import type { Card } from '../../chat/card.ts';
import type { Reader } from '../../chat/reader.ts';
import { asCard, text } from '../../chat/say.ts';
import { wordsFor } from './words.ts';

/** What someone gets who is asked to be a supporter. */
export function invitationCard(reader: Reader): Card {
  const words = wordsFor(reader).invitation;
  return {
    heading: words.heading,
    elements: [
      text(words.why),
      text(words.what),
      text(words.control),
      {
        type: 'buttons',
        buttons: [
          { id: 'support.join:yes', label: words.yes, style: 'primary' },
          { id: 'support.join:no', label: words.no },
        ],
      },
    ],
  };
}

export function welcomeCard(reader: Reader): Card {
  const words = wordsFor(reader).invitation;
  return {
    elements: [
      text(words.welcome),
      text(words.next),
      {
        type: 'buttons',
        buttons: [{ id: 'support.card', label: words.openCard, style: 'primary', opens: 'view' }],
      },
    ],
  };
}

export function invitationClosedCard(reader: Reader): Card {
  return asCard(wordsFor(reader).invitation.closed);
}
