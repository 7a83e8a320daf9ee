import type {
  Card,
  Element,
  FieldsElement,
  FileElement,
  QuestionsElement,
  TextElement,
} from '../../src/chat/card.ts';
import { fallbackText, plainWords } from '../../src/chat/fallback-text.ts';
import { languageIn } from '../../src/chat/language.ts';
import type { AdaptiveCard, BodyElement, InnerElement, MessageContent, TextLook } from './adaptive-card.ts';
import { type CardWords, cardWordsFor } from './card-words.ts';
import { writeCommand } from './command.ts';
import { BeyondTeams } from './limits.ts';
import { asMessage, whole } from './message.ts';
import { PickIds, renderButtons, renderChoice } from './render-actions.ts';
import { renderChart } from './render-chart.ts';
import { renderTable } from './render-table.ts';
import { heading, richText, textElement } from './text.ts';

/** A card as what an activity carries: the card, and a summary for notifications and the list of chats. */
export function renderMessage(card: Card): MessageContent {
  return asMessage(renderCard(card));
}

/** A card as an Adaptive Card. Throws BeyondTeams for a card that Teams would refuse or not show whole. */
export function renderCard(card: Card): AdaptiveCard {
  const title = card.heading === undefined ? [] : [heading(card.heading, 'large')];
  const body = [
    ...title,
    ...renderElements(card.elements, new PickIds(card.elements), cardWordsFor(languageIn(card))),
  ];
  if (body.length === 0) throw new BeyondTeams('a card shows nothing');
  return whole(body, fallbackText(card, writeCommand));
}

export function renderElements(
  elements: readonly Element[],
  pickIds: PickIds,
  words: CardWords,
): BodyElement[] {
  const body: BodyElement[] = [];
  let isDivided = false;
  for (const element of elements) {
    const [first, ...rest] = renderElement(element, pickIds, words);
    if (first !== undefined) body.push(isDivided ? { ...first, separator: true, spacing: 'large' } : first);
    body.push(...rest);
    isDivided = element.type === 'divider';
  }
  return body;
}

function renderElement(element: Element, pickIds: PickIds, words: CardWords): BodyElement[] {
  switch (element.type) {
    case 'text':
      return [renderText(element)];
    case 'questions':
      return [renderQuestions(element)];
    case 'fields':
      return renderFields(element, words);
    case 'divider':
      return [];
    case 'buttons':
      return renderButtons(element.buttons);
    case 'choice':
      return renderChoice(element, pickIds, words);
    case 'table':
      return renderTable(element, words.nothing);
    case 'chart':
      return renderChart(element, words.nothing);
    case 'file':
      return renderFile(element);
    default:
      return unknownElement(element);
  }
}

const looks: Readonly<Record<NonNullable<TextElement['tone']>, TextLook>> = {
  normal: {},
  quiet: { size: 'small', isSubtle: true },
  strong: { weight: 'bolder' },
};

function renderText({ words, tone }: TextElement): BodyElement {
  if (plainWords(words, writeCommand) === '') throw new BeyondTeams('a text is empty');
  const text = textElement(words, looks[tone ?? 'normal']);
  return tone === 'strong' ? { ...text, spacing: 'medium' } : text;
}

/** Numbers beside the questions, so that a question's second line stands under its first. */
function renderQuestions({ first, second }: QuestionsElement): BodyElement {
  return { type: 'Container', style: 'emphasis', items: [question('1.', first), question('2.', second)] };
}

function question(number: string, text: string): InnerElement {
  return {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width: 'auto', items: [richText(number, { isSubtle: true })] },
      { type: 'Column', width: 'stretch', items: [richText(text, { weight: 'bolder' })] },
    ],
  };
}

/** The label above its value, so that a long value has a phone's whole width. */
function renderFields({ fields }: FieldsElement, { nothing }: CardWords): BodyElement[] {
  return fields.map(({ label, words }, index) => {
    const value = plainWords(words, writeCommand) === '' ? nothing : words;
    return {
      type: 'Container',
      ...(index === 0 ? {} : { spacing: 'small' }),
      items: [richText(label, { size: 'small', isSubtle: true }), { ...textElement(value), spacing: 'none' }],
    };
  });
}

function renderFile({ name, content }: FileElement): BodyElement[] {
  const title = richText(name, { weight: 'bolder' });
  if (content === '') return [title];
  const text = richText(content, { fontType: 'monospace', size: 'small' });
  return [title, { type: 'Container', style: 'emphasis', spacing: 'small', items: [text] }];
}

function unknownElement(element: never): never {
  throw new Error(`Teams does not show the element ${JSON.stringify(element)}`);
}
