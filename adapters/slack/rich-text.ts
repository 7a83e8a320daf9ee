import type { RichTextBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import type { Words } from '../../src/chat/card.ts';
import { plainPart } from '../../src/chat/fallback-text.ts';
import { limits } from './limits.ts';
import { isOnSlack, isPhone, split, telephone } from './text.ts';

// Rich text carries characters as they are: nothing in it is markup, nothing is escaped.
// https://docs.slack.dev/reference/block-kit/blocks/rich-text-block

export function richText(elements: RichTextBlockElement[]): RichTextBlock {
  return { type: 'rich_text', elements };
}

/** A sentence in bold, whatever characters it has. */
export function strong(words: Words): RichTextBlock {
  const style = { bold: true };
  const parts = typeof words === 'string' ? [words] : words;
  const elements = parts.map((part): RichTextElement => {
    if (isOnSlack(part)) return { type: 'user', user_id: part.person.id, style };
    if (isPhone(part)) return { type: 'link', url: telephone(part), text: part.phone, style };
    return { type: 'text', text: plainPart(part), style };
  });
  return richText([{ type: 'rich_text_section', elements }]);
}

/** Text in fixed width, line for line. */
export function preformatted(text: string): RichTextBlock[] {
  return split(text, limits.preformatted, 'lines').map((piece) =>
    richText([{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: piece }] }]),
  );
}
