import { CsvError, parse } from 'csv-parse/sync';
import type { Questions } from '../../content/bank.ts';

export type PastedFault =
  | 'empty'
  | 'too-many'
  | 'quotes'
  | { readonly paragraph: number; readonly lines: number }
  | { readonly row: number; readonly cells: number };

export type Pasted =
  | { readonly ok: true; readonly weeks: readonly Questions[] }
  | { readonly ok: false; readonly faults: readonly PastedFault[] };

/** Half a year at once: more wouldn't fit into the field either, nor on a phone when it's shown again. */
export const mostPasted = 26;

const betweenCells = /\S *\t *\S/;

/**
 * Questions as they were pasted: two columns as they're copied from a spreadsheet, a row a week; else one week a paragraph,
 * with a line for each of the two. Counts rows and paragraphs from 1.
 */
export function readPasted(text: string): Pasted {
  const isTable = betweenCells.test(text);
  const pasted = isTable ? rowsOf(text) : paragraphsOf(text);
  if (pasted === null) return { ok: false, faults: ['quotes'] };
  const weeks = pasted.filter((texts) => !isHead(texts));
  if (weeks.length === 0) return { ok: false, faults: ['empty'] };
  if (weeks.length > mostPasted) return { ok: false, faults: ['too-many'] };
  const faults = pasted.flatMap(({ length }, place) =>
    length === 2
      ? []
      : [isTable ? { row: place + 1, cells: length } : { paragraph: place + 1, lines: length }],
  );
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, weeks: weeks.map(([first = '', second = '']) => ({ first, second })) };
}

function paragraphsOf(text: string): readonly (readonly string[])[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => withoutEmpty(paragraph.split('\n')))
    .filter((lines) => lines.length > 0);
}

/** A cell that has line breaks or quotes in it comes in quotes. Null where one of these never ends. */
function rowsOf(text: string): readonly (readonly string[])[] | null {
  try {
    const rows = parse(text, {
      delimiter: '\t',
      relax_column_count: true,
      relax_quotes: true,
      skip_records_with_empty_values: true,
    }) as string[][];
    return rows.map((cells) => withoutEmpty(cells.map((cell) => cell.replace(/\s+/g, ' '))));
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/** The names of the columns, as a file for `questions import` has them: copied along, they ask nobody anything. */
function isHead(texts: readonly string[]): boolean {
  return texts.map((one) => one.toLowerCase()).join() === 'first,second';
}

function withoutEmpty(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}
