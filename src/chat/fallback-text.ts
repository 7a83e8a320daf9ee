import type { Card, Element, Words } from './card.ts';

/** The card as plain lines, for notifications and screen readers. */
export function fallbackText(card: Card): string {
  const lines = card.elements.flatMap(elementLines);
  return (card.heading === undefined ? lines : [card.heading, ...lines]).join('\n');
}

/** A sentence with the names written out. */
export function plainWords(words: Words): string {
  if (typeof words === 'string') return words;
  return words.map((part) => (typeof part === 'string' ? part : part.name)).join('');
}

function elementLines(element: Element): string[] {
  switch (element.type) {
    case 'text':
      return [plainWords(element.words)];
    case 'questions':
      return [`1. ${element.first}`, `2. ${element.second}`];
    case 'fields':
      return element.fields.map((field) => `${field.label}: ${plainWords(field.words)}`);
    case 'table':
      return element.rows.map((row) => row.join(', '));
    case 'file':
      return [element.name];
    case 'divider':
    case 'buttons':
    case 'choice':
      return [];
    default:
      return unknownElement(element);
  }
}

function unknownElement(element: never): never {
  throw new Error(`fallbackText does not know the element ${JSON.stringify(element)}`);
}
