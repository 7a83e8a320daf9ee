import type { Questions } from '../../content/bank.ts';

export type PastedFault = 'empty' | 'too-many' | { readonly paragraph: number; readonly lines: number };

export type Pasted =
  | { readonly ok: true; readonly weeks: readonly Questions[] }
  | { readonly ok: false; readonly faults: readonly PastedFault[] };

/** Half a year at once: more wouldn't fit into the field either, nor on a phone when it's shown again. */
export const mostPasted = 26;

/** Questions as they were pasted: one week a paragraph, with a line for each of the two. Counts paragraphs from 1. */
export function readPasted(text: string): Pasted {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map(linesOf)
    .filter((lines) => lines.length > 0);
  if (paragraphs.length === 0) return { ok: false, faults: ['empty'] };
  if (paragraphs.length > mostPasted) return { ok: false, faults: ['too-many'] };
  const faults = paragraphs.flatMap((lines, place) =>
    lines.length === 2 ? [] : [{ paragraph: place + 1, lines: lines.length }],
  );
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, weeks: paragraphs.map(([first = '', second = '']) => ({ first, second })) };
}

function linesOf(paragraph: string): string[] {
  return paragraph
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
