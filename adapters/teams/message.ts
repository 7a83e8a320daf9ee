import {
  type AdaptiveCard,
  type BodyElement,
  cardContentType,
  type MessageContent,
} from './adaptive-card.ts';
import { words } from './card-words.en.ts';
import { demand, limits, summaryLength } from './limits.ts';
import { shortened } from './text.ts';

/** The finished card around its elements; `text` is the same in plain words. */
export function whole(body: readonly BodyElement[], text: string): AdaptiveCard {
  const card: AdaptiveCard = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: shortened(text.trim() || words.title, summaryLength),
    body,
  };
  const bytes = 2 * JSON.stringify(asMessage(card)).length;
  demand('the size of a message in bytes', bytes, limits.messageBytes - limits.envelopeBytes);
  return card;
}

/** The same card for a message that `deliver` returns: its buttons say so, for in Teams every answer is a message too. */
export function asDelivered(card: AdaptiveCard): AdaptiveCard {
  return { ...card, body: card.body.map(markedDelivered) };
}

function markedDelivered(element: BodyElement): BodyElement {
  if (element.type !== 'ActionSet') return element;
  // What opens a dialog leaves the message as it is.
  const actions = element.actions.map((action) =>
    action.type === 'Action.Submit'
      ? action
      : { ...action, data: { ...action.data, delivered: true as const } },
  );
  return { ...element, actions };
}

/** The fields of an activity that show this card. */
export function asMessage(content: AdaptiveCard): MessageContent {
  return {
    type: 'message',
    summary: content.fallbackText,
    attachments: [{ contentType: cardContentType, content }],
  };
}
