import type { RichTextBlock, RichTextSection } from '@slack/types';
import type { TableElement } from '../../src/chat/card.ts';
import { plainWords } from '../../src/chat/fallback-text.ts';
import { limits, tableWidthOnAPhone } from './limits.ts';
import { preformatted, richText } from './rich-text.ts';

const number = /^[\d.,]+ ?%?$/;

/**
 * A table in fixed width, or, where a phone would wrap its lines, a short paragraph for each row. Slack's own `table`
 * block exists in messages only, once in each, so that the same card could not be shown in a modal or App Home.
 * https://docs.slack.dev/reference/block-kit/blocks/table-block
 */
export function renderTable({ columns, rows }: TableElement): RichTextBlock[] {
  const cells = rows.map((row) => columns.map((_, index) => plainWords(row[index] ?? '') || '–'));
  const widths = columns.map((title, index) =>
    Math.max(title.length, ...cells.map((row) => row[index]?.length ?? 0)),
  );
  const width = widths.reduce((sum, one) => sum + one + 2, -2);
  if (width > tableWidthOnAPhone) return paragraphs(columns, cells);
  const numeric = columns.map((_, index) => cells.every((row) => number.test(row[index] ?? '')));
  const line = (row: readonly string[]) =>
    row.map((cell, index) => pad(cell, widths[index] ?? 0, numeric[index])).join('  ');
  return preformatted(
    [line(columns), widths.map((one) => '-'.repeat(one)).join('  '), ...cells.map(line)].join('\n'),
  );
}

function pad(cell: string, width: number, toTheRight: boolean | undefined): string {
  return toTheRight ? cell.padStart(width) : cell.padEnd(width);
}

function paragraphs(columns: readonly string[], rows: readonly (readonly string[])[]): RichTextBlock[] {
  const blocks: RichTextBlock[] = [];
  let sections: RichTextSection[] = [];
  let length = 0;
  for (const [first = '', ...others] of rows) {
    const rest = others.map((cell, index) => `${columns[index + 1]}: ${cell}`).join('\n');
    length += first.length + rest.length;
    if (length > limits.preformatted && sections.length > 0) {
      blocks.push(richText(sections));
      [sections, length] = [[], first.length + rest.length];
    }
    const words = { type: 'text', text: `\n${rest}\n` } as const;
    sections.push({
      type: 'rich_text_section',
      elements: [{ type: 'text', text: first, style: { bold: true } }, words],
    });
  }
  return sections.length === 0 ? blocks : [...blocks, richText(sections)];
}
