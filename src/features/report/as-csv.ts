import type { Released } from './read.ts';

type Cell = string | number;

/**
 * A line for each figure of each release: `outcomes.shown.sent.count`. A value that's empty is withheld. For a spreadsheet;
 * what the names mean stands in docs/figures-report.md.
 */
export function asCsv({ figures, batches }: Released): string {
  const releases = Object.entries(figures).flatMap(([kind, ofIt]) =>
    ofIt.flatMap((release) => lines([kind, release.period], release.figures)),
  );
  const support = batches.flatMap((batch, index) => lines(['support', index + 1], batch));
  const rows = [['kind', 'period', 'figure', 'value'], ...releases, ...support];
  return rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');
}

function lines(about: readonly Cell[], figures: unknown): readonly (readonly Cell[])[] {
  return flat('', figures).map(([name, value]) => [...about, name, value]);
}

/** Of a list, each entry goes by its name: lists have no places that mean something. */
function flat(name: string, value: unknown): readonly (readonly [name: string, value: Cell])[] {
  if (value === null) return [[name, '']];
  if (typeof value !== 'object') return [[name, value as Cell]];
  const parts = Array.isArray(value)
    ? value.map(({ name: itsName, ...others }) => [itsName, others] as const)
    : Object.entries(value);
  if (parts.length === 0) return [[name, '']];
  return parts.flatMap(([part, inner]) => flat(name === '' ? part : `${name}.${part}`, inner));
}

function written(cell: Cell): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
