import type { Card, Element } from '../../src/chat/card.ts';
import { fallbackText } from '../../src/chat/fallback-text.ts';

/** A card as the page draws it, and its text for anyone who listens to the chat instead of looking at it. */
export interface Drawn {
  readonly card: Card;
  readonly notification: string;
}

/** The page draws a card as it is. Throws for one that would show nothing, or that the page can't draw. */
export function renderCard(card: Card): Drawn {
  if (card.heading === undefined && card.elements.length === 0) throw new Error('a card shows nothing');
  const pressable = card.elements.flatMap(labelsOf);
  return { card, notification: fallbackText(card).trim() || pressable.join(', ') };
}

/** What can be pressed on the card: the ids of events, by what the page sends. */
export function pressesOf(card: Pick<Card, 'elements'>): ReadonlyMap<string, string> {
  return new Map(card.elements.flatMap(pressesOfElement));
}

function pressesOfElement(element: Element): (readonly [string, string])[] {
  if (element.type === 'buttons') return element.buttons.map(({ id }) => [id, id]);
  if (element.type !== 'choice') return [];
  const name = element.id.split(':')[0];
  return element.options.flatMap(({ value }) => [
    [`${element.id}:${value}`, `${name}:${value}`] as const,
    [`${name}:${value}`, `${name}:${value}`] as const,
  ]);
}

/** Ends in a `never` check: the page has to be taught a new element first. */
function labelsOf(element: Element): readonly string[] {
  switch (element.type) {
    case 'buttons':
      return element.buttons.map((button) => button.label);
    case 'choice':
      return [element.label];
    case 'text':
    case 'questions':
    case 'fields':
    case 'table':
    case 'chart':
    case 'file':
    case 'divider':
      return [];
    default:
      return unknownElement(element);
  }
}

function unknownElement(element: never): never {
  throw new Error(`The playground does not show the element ${JSON.stringify(element)}`);
}
