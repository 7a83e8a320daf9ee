import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const text = readFileSync(join(import.meta.dirname, '../../docs/operating.md'), 'utf8');

/** The text under a heading of the manual, with the headings below it, up to the next of its own level. */
export function textUnder(heading: string): string {
  const [found, marks = ''] = new RegExp(`^(#+) ${heading}$`, 'm').exec(text) ?? [];
  if (found === undefined) throw new Error(`The manual has no heading ${heading}`);
  const rest = text.slice(text.indexOf(`\n${found}\n`) + found.length + 2);
  return rest.split(new RegExp(`^#{1,${marks.length}} `, 'm'))[0] ?? '';
}

/** The lines of the manual's blocks under a heading, as an operator would type them, one after the other. */
export function linesUnder(heading: string): string[] {
  return [...textUnder(heading).matchAll(/^```\n([\s\S]*?)^```$/gm)]
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
