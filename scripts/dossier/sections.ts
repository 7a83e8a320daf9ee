import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A part of one of the documents, below its heading, with its links as plain words: they'd lead nowhere from a dossier. */
export function sectionOf(root: string, file: string, heading: string): string {
  const [, after] = `\n${readFileSync(join(root, file), 'utf8')}`.split(
    new RegExp(`\\n#{2,3} ${heading}\\n`),
  );
  if (after === undefined) throw new Error(`${file} has no part "${heading}".`);
  return (after.split(/\n#{2,3} /)[0] ?? '').trim().replace(/\[([^\]]+)\]\([^)]*\)/g, '$1');
}
