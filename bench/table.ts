import { type Measured, meets } from './figure.ts';

const columns = ['Measured', 'Buddy', 'Floor', 'Against', 'Ratio', 'Aim', ''];

/** One figure as a Markdown table. */
export function tableOf(measured: readonly Measured[]): string {
  const rows = measured.map(cells);
  const widths = columns.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [
    line(columns),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n');
}

function cells({ what, ours, floor, against, ratio, aim }: Measured): readonly string[] {
  const said = aim === null ? '' : 'atLeast' in aim ? `at least ${aim.atLeast}` : `at most ${aim.atMost}`;
  const verdict = aim === null ? '' : meets(ratio, aim) ? 'met' : 'not met';
  return [what, sayNumber(ours), sayNumber(floor), against, sayRatio(ratio), said, verdict];
}

function sayRatio(ratio: number): string {
  return Number.isFinite(ratio) ? ratio.toFixed(2) : '';
}

function sayNumber(number: number): string {
  if (Number.isInteger(number) || number >= 100) return Math.round(number).toLocaleString('en');
  return number.toFixed(number < 10 ? 2 : 1);
}
