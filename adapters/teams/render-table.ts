import type { TableElement, Words } from '../../src/chat/card.ts';
import { plainWords } from '../../src/chat/fallback-text.ts';
import type { BodyElement, TableRow, TextLook } from './adaptive-card.ts';
import { writeCommand } from './command.ts';
import { onAPhone } from './limits.ts';
import { richText } from './text.ts';

/** A table, or, where a phone would squeeze its columns, a short paragraph for each row. */
export function renderTable({ columns, rows }: TableElement, nothing: string): BodyElement[] {
  const cells = rows.map((row) => columns.map((_, index) => orNothing(row[index] ?? '', nothing)));
  const widths = columns.map((title, index) =>
    Math.max(title.length, ...cells.map((row) => plainWords(row[index] ?? '', writeCommand).length)),
  );
  const width = widths.reduce((sum, one) => sum + one + 2, -2);
  if (width > onAPhone.tableWidth) return cells.map((row) => paragraph(columns, row));
  return [
    {
      type: 'Table',
      columns: widths.map((one) => ({ width: one + 2 })),
      showGridLines: false,
      rows: [tableRow(columns, { weight: 'bolder', size: 'small' }), ...cells.map((row) => tableRow(row))],
    },
  ];
}

function tableRow(cells: readonly Words[], look: TextLook = {}): TableRow {
  return {
    type: 'TableRow',
    cells: cells.map((cell) => ({ type: 'TableCell', items: [richText(cell, look)] })),
  };
}

/** The first column is what a row is about; the others follow below it, each with its column's title. */
function paragraph(columns: readonly string[], [first = '', ...others]: readonly Words[]): BodyElement {
  const lines = others.flatMap((cell, index) => {
    const name = {
      type: 'TextRun',
      text: `${index === 0 ? '' : '\n'}${columns[index + 1]}: `,
      isSubtle: true,
    } as const;
    return [name, ...richText(cell).inlines];
  });
  const about = richText(first, { weight: 'bolder' });
  if (lines.length === 0) return about;
  return {
    type: 'Container',
    items: [about, { type: 'RichTextBlock', spacing: 'none', inlines: lines }],
  };
}

function orNothing(cell: Words, nothing: string): Words {
  return plainWords(cell, writeCommand) === '' ? nothing : cell;
}
