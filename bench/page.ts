import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const page = join(import.meta.dirname, '../docs/performance.md');

/** Puts a figure's table into docs/performance.md, between its two comments. Throws where the page has no place for it. */
export function putIntoPage(name: string, table: string): void {
  const text = readFileSync(page, 'utf8');
  const [before, rest] = text.split(`<!-- ${name} -->\n`);
  const after = rest?.split(`<!-- end of ${name} -->`)[1];
  if (before === undefined || after === undefined)
    throw new Error(`docs/performance.md has no place for ${name}`);
  writeFileSync(page, `${before}<!-- ${name} -->\n${table}\n<!-- end of ${name} -->${after}`);
}
