import type { Words } from '../../src/chat/card.ts';
import { plainPart, plainWords } from '../../src/chat/fallback-text.ts';
import type { RichTextBlock, TextBlock, TextLook, TextRun } from './adaptive-card.ts';
import { writeCommand } from './command.ts';

/**
 * What a TextBlock would turn into something else than was typed: markdown, which has no escapes that every client of
 * Teams knows, HTML, entities, new lines, and the date functions in braces.
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features
 */
const markup = /[\\*_~`[\]<>&{}|^\n\r]|^\s*(?:[-+#=>]|\d+[.)])|^\s|\s$/;

/** Nothing in it is markdown, and its last character is never the punctuation of the sentence around it. */
const url = /(https:\/\/[a-zA-Z0-9\-./?=%#+:]*[a-zA-Z0-9/](?=[.,;:!?)'’]*(?:\s|$)))/;

/** A run of text formats nothing but dates between two braces: cut apart, they are braces again. */
const betweenBraces = /(?<=\{)(?=\{)/;

/**
 * A text as it was typed. Names and commands in it stand out; addresses are links where nothing else in it would be
 * formatted, since only a TextBlock has links without an action of their own.
 */
export function textElement(words: Words, look: TextLook = {}): TextBlock | RichTextBlock {
  return linked(words, look) ?? richText(words, look);
}

/** A text of which nothing is formatted, whatever it contains. */
export function richText(words: Words, look: TextLook = {}): RichTextBlock {
  const parts = typeof words === 'string' ? [words] : words;
  return {
    type: 'RichTextBlock',
    inlines: parts.flatMap((part) =>
      runs(plainPart(part, writeCommand), { ...look, ...standOut(part, look) }),
    ),
  };
}

/** A heading that screen readers announce as one, where nothing in it would be formatted. */
export function heading(text: string, size: 'large' | 'medium'): TextBlock | RichTextBlock {
  const look = { size, weight: 'bolder' } as const;
  if (markup.test(text)) return richText(text, look);
  return { type: 'TextBlock', style: 'heading', text, wrap: true, ...look };
}

/** Small print stays small print. */
function standOut(part: Exclude<Words, string>[number], { isSubtle }: TextLook): TextLook {
  return typeof part === 'string' || isSubtle ? {} : { weight: 'bolder' };
}

function runs(text: string, look: TextLook): TextRun[] {
  const pieces = text.split(betweenBraces).filter((piece) => piece !== '');
  return pieces.map((piece) => ({ type: 'TextRun', text: piece, ...look }));
}

function linked(words: Words, look: TextLook): TextBlock | null {
  // Whatever a name looks like, it's no link.
  if (typeof words !== 'string' && words.some(hasAddressInName)) return null;
  const parts = typeof words === 'string' ? [words] : words;
  if (parts.some((part) => typeof part !== 'string' && 'phone' in part)) return callable(parts, look);
  const plain = plainWords(words, writeCommand);
  if (!plain.includes('https://')) return null;
  // What is captured stands at every other place.
  const pieces = plain.split(url);
  const isClean = pieces.every((piece, index) => index % 2 === 1 || !markup.test(`x${piece}x`));
  if (pieces.length === 1 || !isClean || markup.test(pieces[0]?.trim() ?? '')) return null;
  const text = pieces.map((piece, index) => (index % 2 === 1 ? `[${piece}](${piece})` : piece)).join('');
  return { type: 'TextBlock', text, wrap: true, ...look };
}

/** With numbers to tap, where nothing else would be formatted. */
function callable(parts: Exclude<Words, string>, look: TextLook): TextBlock | null {
  const pieces = parts.map((part) => {
    const plain = plainPart(part, writeCommand);
    if (typeof part === 'string' || !('phone' in part)) return markup.test(`x${plain}x`) ? null : plain;
    return `[${plain}](tel:${plain.replaceAll(/[^+\d-]/g, '')})`;
  });
  const text = pieces.join('');
  if (pieces.includes(null) || markup.test(plainWords(parts, writeCommand).trim())) return null;
  return { type: 'TextBlock', text, wrap: true, ...look };
}

function hasAddressInName(part: Exclude<Words, string>[number]): boolean {
  return typeof part !== 'string' && 'person' in part && /:\/\/|\bwww\./i.test(part.name);
}

/** A label taken from someone's name, cut with an ellipsis. */
export function shortened(label: string, max: number): string {
  if (label.length <= max) return label;
  const head = label.slice(0, max - 1);
  return `${head.replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}
