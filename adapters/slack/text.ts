import type { MrkdwnElement, PlainTextElement, TextObject } from '@slack/types';
import type { Mention, Phone, Words } from '../../src/chat/card.ts';
import { plainPart, plainWords } from '../../src/chat/fallback-text.ts';

/**
 * What mrkdwn would turn into something else than was typed: emphasis, code, emoji names, and a quote at the start of
 * a line. It has no escapes for these, so text that has them is sent as plain text.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
const markup = /[*_~`]|:[\w+'-]+:|^\s*>/m;

/** The last character is never the punctuation of the sentence around it. */
const url = /(https?:\/\/[^\s<>"|]*[^\s<>"|.,;:!?)\]}'’])/;

/** The three characters that Slack wants escaped in every text object, and no others. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

export function plainText(text: string): PlainTextElement {
  return { type: 'plain_text', text: escaped(text), emoji: false };
}

/**
 * Text that must arrive exactly as it was typed. Escapes are documented for mrkdwn beyond doubt, so text that needs
 * them goes there, unless mrkdwn would format it.
 */
export function asTyped(text: string): TextObject {
  return escaped(text) === text || markup.test(text) ? plainText(text) : mrkdwn(escaped(text));
}

/** A sentence of ours: names become mentions and addresses links, where nothing else in it would be formatted. */
export function sentence(words: Words): TextObject {
  const parts = typeof words === 'string' ? [words] : words;
  const bare = parts.map((part) =>
    isLink(part) ? '' : isName(part) ? part.name : withoutLinks(plainPart(part)),
  );
  const hasLink = parts.some((part) => isLink(part) || (!isName(part) && url.test(plainPart(part))));
  if (!hasLink || markup.test(bare.join(''))) return asTyped(plainWords(words));
  return mrkdwn(parts.map(asLink).join(''));
}

/** A label in bold, where that can be written. */
export function bold(text: string): TextObject {
  return markup.test(text) ? plainText(text) : mrkdwn(`*${escaped(text)}*`);
}

type Part = Exclude<Words, string>[number];

export function isOnSlack(part: Part): part is Mention {
  return isName(part) && part.person.platform === 'slack';
}

function isName(part: Part): part is Mention {
  return typeof part !== 'string' && 'person' in part;
}

export function isPhone(part: Part): part is Phone {
  return typeof part !== 'string' && 'phone' in part;
}

function isLink(part: Part): boolean {
  return isOnSlack(part) || isPhone(part);
}

function asLink(part: Part): string {
  if (isOnSlack(part)) return `<@${part.person.id}>`;
  if (isPhone(part)) return `<${telephone(part)}|${escaped(part.phone)}>`;
  // Whatever a name of elsewhere looks like, it's no link.
  return isName(part) ? escaped(part.name) : linked(plainPart(part));
}

/** https://www.rfc-editor.org/rfc/rfc3966 */
export function telephone({ phone }: Phone): string {
  return `tel:${phone.replaceAll(/[^+\d-]/g, '')}`;
}

/** What is captured stands at every other place. */
function linked(text: string): string {
  const pieces = text.split(url).map(escaped);
  return pieces.map((piece, index) => (index % 2 === 1 ? `<${piece}>` : piece)).join('');
}

function withoutLinks(text: string): string {
  return text
    .split(url)
    .filter((_, index) => index % 2 === 0)
    .join(' ');
}

/** `verbatim`: Slack makes no links, channels or mentions of its own out of what is written. */
function mrkdwn(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true };
}

/**
 * The text in pieces of at most `max` characters once escaped, broken at a new line or a space; of `lines` at a new
 * line only, where there is one.
 */
export function split(text: string, max: number, at: 'words' | 'lines' = 'words'): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (escaped(rest).length > max) {
    const end = breakBefore(rest, max, at);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).replace(at === 'lines' ? /^\n/ : /^[ \n]/, '');
  }
  return [...pieces, rest];
}

function breakBefore(text: string, max: number, at: 'words' | 'lines'): number {
  const end = longestHead(text, max);
  const head = text.slice(0, end + 1);
  const line = head.lastIndexOf('\n');
  if (at === 'lines' || line > end / 2) return line > 0 ? line : end;
  const space = Math.max(line, head.lastIndexOf(' '));
  return space > 0 ? space : end;
}

/** How much of the text fits, never half a character. */
function longestHead(text: string, max: number): number {
  let length = 0;
  let end = 0;
  for (const character of text) {
    length += escaped(character).length;
    if (length > max) break;
    end += character.length;
  }
  return end;
}

/** A label taken from someone's name, cut with an ellipsis where Slack would refuse it. */
export function shortened(label: string, max: number): string {
  if (escaped(label).length <= max) return label;
  return `${label.slice(0, longestHead(label, max - 1)).trimEnd()}…`;
}
