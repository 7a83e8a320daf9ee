import { type Figure, type Measured, meets } from './figure.ts';

type Figures = ReadonlyMap<Figure, readonly Measured[]>;

const columns = ['Figure', 'Measured', 'Buddy', 'Floor', 'Against', 'Ratio', 'Aim', ''];

/** Everything as a Markdown table. */
export function tableOf(figures: Figures): string {
  const rows = [...figures].flatMap(([figure, measured]) =>
    measured.map((one, index) => [index === 0 ? figure.title : '', ...cells(one)]),
  );
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

/** docs/performance.md. */
export function pageOf(figures: Figures, machine: string): string {
  return `# Performance

Each figure is a ratio to a bare floor that was measured in the same run, in turns with it: the numbers depend on the machine,
the ratios much less. Measured on ${machine}. To measure again: \`npm run bench\`, which writes this page; \`npm run bench -- status\` for one of them.

${tableOf(figures)}

## What stands in the way

${[...figures].filter(isShort).map(explain).join('\n\n')}
`;
}

function isShort([, measured]: readonly [Figure, readonly Measured[]]): boolean {
  return measured.some((one) => !meets(one));
}

function explain([{ name, title, inTheWay }]: readonly [Figure, readonly Measured[]]): string {
  return `**${title[0]?.toUpperCase()}${title.slice(1)}** (\`npm run bench -- ${name}\`). ${inTheWay}`;
}

function cells(measured: Measured): readonly string[] {
  const { what, ours, floor, against, ratio, aim } = measured;
  const said = 'atLeast' in aim ? `at least ${aim.atLeast}` : `at most ${aim.atMost}`;
  return [
    what,
    sayNumber(ours),
    sayNumber(floor),
    against,
    ratio.toFixed(2),
    said,
    meets(measured) ? 'met' : 'not met',
  ];
}

function sayNumber(number: number): string {
  return number >= 100 ? Math.round(number).toLocaleString('en') : number.toFixed(1);
}
