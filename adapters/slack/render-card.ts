import type { ActionsBlock, KnownBlock, Button as SlackButton } from '@slack/types';
import type {
  Button,
  Card,
  ChoiceElement,
  Element,
  FieldsElement,
  TextElement,
} from '../../src/chat/card.ts';
import { fallbackText, plainWords } from '../../src/chat/fallback-text.ts';
import { BeyondSlack, demand, limits } from './limits.ts';
import { renderChart } from './render-chart.ts';
import { renderTable } from './render-table.ts';
import { preformatted, strong } from './rich-text.ts';
import { asTyped, bold, escaped, plainText, sentence, shortened, split } from './text.ts';
import { words as slackWords } from './words.en.ts';

export interface SlackContent {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** A card as the content of a message: blocks, and a text for notifications and screen readers. */
export function renderMessage(card: Card): SlackContent {
  const blocks = renderCard(card, 'message');
  demand('what a card says in all', lengthOfTexts(blocks), limits.textsOfAMessage);
  return { text: shortFallback(card), blocks };
}

/** A card as blocks. Throws BeyondSlack for a card that Slack would refuse. */
export function renderCard(card: Card, surface: 'message' | 'view'): KnownBlock[] {
  const heading = card.heading === undefined ? [] : [renderHeading(card.heading)];
  const blocks = [...heading, ...card.elements.flatMap(renderElement)];
  if (blocks.length === 0) throw new BeyondSlack('a card shows nothing');
  demand('the number of blocks of a card', blocks.length, limits.blocks[surface]);
  return blocks;
}

export function renderElement(element: Element): KnownBlock[] {
  switch (element.type) {
    case 'text':
      return renderText(element);
    case 'questions':
      return [...sections(`1. ${element.first}`), ...sections(`2. ${element.second}`)];
    case 'fields':
      return renderFields(element);
    case 'divider':
      return [{ type: 'divider' }];
    case 'buttons':
      return renderButtons(element.buttons);
    case 'choice':
      return [renderChoice(element)];
    case 'table':
      return renderTable(element);
    case 'chart':
      return renderChart(element);
    case 'file':
      return [strong(element.name), ...(element.content === '' ? [] : preformatted(element.content))];
    default:
      return unknownElement(element);
  }
}

function renderHeading(heading: string): KnownBlock {
  const text = plainText(heading);
  demand('a heading', text.text.length, limits.heading);
  return { type: 'header', text };
}

function renderText({ words, tone }: TextElement): KnownBlock[] {
  const text = sentence(words);
  if (text.text === '') throw new BeyondSlack('a text is empty');
  if (text.text.length > limits.text) return sections(plainWords(words));
  if (tone === 'quiet') return [{ type: 'context', elements: [text] }];
  if (tone === 'strong') return [strong(words)];
  return [{ type: 'section', text }];
}

/** Text as it was typed, in as many sections as it needs. */
function sections(text: string): KnownBlock[] {
  return split(text, limits.text).map((piece) => ({ type: 'section', text: asTyped(piece) }));
}

/** Label and value are texts of their own, side by side on a desktop and one below the other on a phone. */
function renderFields({ fields }: FieldsElement): KnownBlock[] {
  const texts = fields.map(({ label, words }) => [
    bold(label),
    sentence(plainWords(words) === '' ? '–' : words),
  ]);
  for (const text of texts.flat()) demand('a field', text.text.length, limits.fields.text);
  return inGroups(texts, limits.fields.perSection / 2).map((group) => ({
    type: 'section',
    fields: group.flat(),
  }));
}

function renderButtons(buttons: readonly Button[]): ActionsBlock[] {
  return inGroups(buttons.map(renderButton), limits.elementsPerActions).map((elements) => ({
    type: 'actions',
    elements,
  }));
}

function renderButton({ id, label, spoken, style }: Button): SlackButton {
  demand("a button's id", id.length, limits.button.actionId);
  const colon = id.indexOf(':');
  return {
    type: 'button',
    action_id: id,
    text: plainText(shortened(label, limits.button.label)),
    ...(spoken === undefined ? {} : { accessibility_label: shortened(spoken, limits.button.label) }),
    ...(style === undefined ? {} : { style }),
    ...(colon === -1 ? {} : { value: id.slice(colon + 1) }),
  };
}

function renderChoice({ id, label, options }: ChoiceElement): ActionsBlock {
  demand("a choice's id", id.length, limits.button.actionId);
  const element = {
    type: 'static_select' as const,
    action_id: id,
    placeholder: plainText(shortened(label, limits.select.placeholder)),
    options: renderOptions(options),
  };
  return { type: 'actions', elements: [element] };
}

export function renderOptions(options: ChoiceElement['options']) {
  if (options.length === 0) throw new BeyondSlack('a choice has no options');
  demand('the number of options of a choice', options.length, limits.select.options);
  return options.map(({ value, label }) => {
    demand("an option's value", value.length, limits.select.value);
    return { text: plainText(shortened(label, limits.select.label)), value };
  });
}

/** Everything is in the blocks as well, so a notification may end early. A card that only asks still needs one. */
function shortFallback(card: Card): string {
  const [head = '', ...more] = split(
    fallbackText(card).trim() || slackWords.modalTitle,
    limits.fallbackText - 2,
  );
  return more.length === 0 ? escaped(head) : `${escaped(head)}\n…`;
}

function lengthOfTexts(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce(
    (sum, [key, value]) =>
      sum + (key === 'text' && typeof value === 'string' ? value.length : lengthOfTexts(value)),
    0,
  );
}

function inGroups<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function unknownElement(element: never): never {
  throw new Error(`Slack does not show the element ${JSON.stringify(element)}`);
}
