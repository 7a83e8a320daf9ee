import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Files that someone put there and nobody reads: each is named, with what it should be called. */
export function strangers(folder: string, known: ReadonlySet<string>): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !known.has(file) && !isOfNoAccount(file))
    .sort()
    .map((file) => `prompts/${file}: is not read. ${whereItBelongs(file)}`);
}

function whereItBelongs(file: string): string {
  const named = /^(.*\.)(yaml|ya?ml\.txt|yml)$/i.exec(file)?.[1];
  const meant = named === undefined ? null : `${named}yml`;
  return meant === null || meant === file
    ? 'Move it to where its like are read, or away.'
    : `Files end in .yml, in small letters: call it prompts/${meant}.`;
}

/** What a file system, git or an editor leaves behind, and notes for those who edit. */
function isOfNoAccount(file: string): boolean {
  return /(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini|[^/]*~|[^/]*\.md)(\/|$)/i.test(file);
}
