import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GenericSchema, InferOutput } from 'valibot';
import type { Language } from '../chat/language.ts';
import { readTextFile } from '../system/text-file.ts';
import { lineAt } from './line-at.ts';
import type { wordsFile } from './shapes.ts';

/** A sentence that a hospital says in its own words. */
export interface OwnSentence {
  /** Such as `nudges.later.evening`. */
  readonly key: string;
  readonly text: string;
  /** Where it stands, for anyone who looks for it: `prompts/words/en.yml, line 3`. */
  readonly place: string;
}

/** What a hospital says instead, in each language. */
export type OwnWords = Readonly<Record<Language, readonly OwnSentence[]>>;

type Read = <T>(file: string, shape: GenericSchema<unknown, T>) => T | null;

/** A file that isn't there says nothing of its own. */
export function readWords(
  folder: string,
  language: Language,
  read: Read,
  shape: typeof wordsFile,
): readonly OwnSentence[] {
  const file = `words/${language}.yml`;
  if (!existsSync(join(folder, file))) return [];
  const sentences: InferOutput<typeof wordsFile> = read(file, shape) ?? {};
  const text = readTextFile(join(folder, file));
  const source = text.ok ? text.text : '';
  return Object.entries(sentences).map(([key, text]) => ({
    key,
    text,
    place: `prompts/${file}, line ${lineAt(source, [key])}`,
  }));
}
