import type { Card, Command, Element, Words } from './card.ts';

/** How a platform writes what is typed there. */
export type WriteCommand = (command: Command) => string;

/** Where commands are typed after `/buddy`, and colleagues mentioned. */
export const slashCommand: WriteCommand = ({ command, colleague }) =>
  `/buddy ${colleague === undefined ? command : colleague.mention}`;

/** The card as plain lines, for notifications and screen readers. */
export function fallbackText(card: Card, write: WriteCommand = slashCommand): string {
  const lines = card.elements.flatMap((element) => elementLines(element, write));
  return (card.heading === undefined ? lines : [card.heading, ...lines]).join('\n');
}

/** A sentence with the names and commands written out. */
export function plainWords(words: Words, write: WriteCommand = slashCommand): string {
  if (typeof words === 'string') return words;
  return words.map((part) => plainPart(part, write)).join('');
}

/** One part of a sentence: a name, a command, a number, or words between them. */
export function plainPart(part: Exclude<Words, string>[number], write: WriteCommand = slashCommand): string {
  if (typeof part === 'string') return part;
  if ('phone' in part) return part.phone;
  return 'command' in part ? write(part) : part.name;
}

function elementLines(element: Element, write: WriteCommand): string[] {
  switch (element.type) {
    case 'text':
      return [plainWords(element.words, write)];
    case 'questions':
      return [`1. ${element.first}`, `2. ${element.second}`];
    case 'fields':
      return element.fields.map((field) => `${field.label}: ${plainWords(field.words, write)}`);
    case 'table':
      return element.rows.map((row) => row.map((cell) => plainWords(cell, write)).join(', '));
    case 'chart':
      return [element.title, ...element.bars.map(({ label, said }) => `${label}: ${said}`)];
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
