import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const text = readFileSync(join(import.meta.dirname, '../../docs/operating.md'), 'utf8');

/** The lines of the manual's blocks under a heading, as an operator would type them, one after the other. */
export function linesUnder(heading: string): string[] {
  const from = text.indexOf(`\n${heading}\n`);
  if (from === -1) throw new Error(`The manual has no ${heading}`);
  const rest = text.slice(from + heading.length + 2);
  const part = rest.split(/\n##? /)[0] ?? '';
  return [...part.matchAll(/^```\n([\s\S]*?)^```$/gm)]
    .flatMap(([, block = '']) => block.replaceAll('\\\n', ' ').split('\n'))
    .filter((line) => line.trim() !== '');
}

/** Every command that the manual names: in its table, and wherever else it is written out. Each once. */
export function commandsNamed(): string[] {
  const table = [...text.matchAll(/^\| `((?!buddy )[a-z-][^`]*)` +\|/gm)]
    .map(([, command = '']) => `buddy ${command}`)
    .filter((command) =>
      / (check|migrate|nudge|backup|move|person|figures|questions|--version)/.test(command),
    );
  const spans = [...text.matchAll(/(?:`|^)(buddy [a-z-][^`\n]*)(?:`|$)/gm)].map(
    ([, command = '']) => command,
  );
  return [...new Set([...table, ...spans])].filter((command) => !/COMMAND|\.\.\.|--at$/.test(command));
}
