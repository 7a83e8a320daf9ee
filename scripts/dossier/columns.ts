import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { saidOf } from './privacy-page.ts';
import { type Column, schemaNow } from './schema.ts';
import { table } from './tables.ts';

/** What's stored, column by column: the columns from the database itself, what they mean from docs/privacy.md. */
export async function columnsPart(root: string, faults: string[]): Promise<string> {
  const page = readFileSync(join(root, 'docs/privacy.md'), 'utf8');
  const parts: string[] = [];
  for (const [name, columns] of await schemaNow()) {
    const said = saidOf(page, name);
    const byMeaning = new Map<string, Column[]>();
    for (const column of columns) {
      const meaning = said.columns.find(({ names }) => names.includes(column.name));
      if (meaning === undefined) faults.push(`docs/privacy.md says nothing of ${name}.${column.name}.`);
      else byMeaning.set(meaning.says, [...(byMeaning.get(meaning.says) ?? []), column]);
    }
    parts.push(`### \`${name}\`\n\n${asSentence(said.about)}\n\n${listed(byMeaning)}`);
  }
  return parts.join('\n\n');
}

/** Columns that hold nobody are named without a word on each. */
function listed(byMeaning: ReadonlyMap<string, readonly Column[]>): string {
  const together = byMeaning.get('');
  if (together !== undefined) return `Columns: ${named(together)}.`;
  const rows = [...byMeaning].map(([says, columns]) => [named(columns), withoutLinks(says)]);
  return table(['Column and type', 'What it holds, and why'], rows);
}

function named(columns: readonly Column[]): string {
  return columns.map(({ name, type }) => `\`${name}\` ${type}`).join(', ');
}

function asSentence(text: string): string {
  return withoutLinks(text).replace(/(?<![.])$/, '.');
}

/** Its links lead to files that lie beside docs/privacy.md, not beside a dossier. */
function withoutLinks(markdown: string): string {
  return markdown.replace(/ ?\(\[\d{4}\]\([^)]*\)\)/g, '').replace(/\[([^\]]+)\]\([^)]*\)/g, '$1');
}
