import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { load, YAMLException } from 'js-yaml';
import { type GenericSchema, getDotPath, type InferOutput, safeParse } from 'valibot';
import { readTextFile } from '../system/text-file.ts';
import { bankFile, type bankSet, guide, type resource, resourcesFile } from './shapes.ts';

/** What clinicians read and administrators may edit, from `prompts/`: data, not code. */
export interface Content {
  readonly bank: readonly BankSet[];
  readonly guides: readonly Guide[];
  readonly resources: readonly Resource[];
}

/** Two questions for a week. With `weeks` (ISO week numbers) it belongs to a moment of the year. */
export type BankSet = InferOutput<typeof bankSet>;
export type Guide = InferOutput<typeof guide>;
export type Resource = InferOutput<typeof resource>;

/** Two years of Mondays without asking the same again. */
const setsNeeded = 104;

/** A file under `prompts/` that cannot be used; the message names the file and the place in it. */
export class ContentFault extends Error {
  override readonly name = 'ContentFault';
}

/** Reads and checks everything under `folder`. Throws ContentFault with one line for each fault. */
export function loadContent(folder: string): Content {
  const faults: string[] = [];
  const known = new Set<string>();
  const read = <T>(file: string, shape: GenericSchema<unknown, T>): T | null => {
    known.add(file);
    const parsed = readYaml(join(folder, file));
    if (!parsed.ok) {
      faults.push(`prompts/${file}${parsed.why}`);
      return null;
    }
    const result = safeParse(shape, parsed.value);
    if (result.success) return result.output;
    for (const issue of result.issues) {
      const place = getDotPath(issue);
      faults.push(`prompts/${file}${place === null ? '' : `, ${place}`}: ${issue.message}`);
    }
    return null;
  };
  const readAll = <T>(below: string, shape: GenericSchema<unknown, T>): T[] => {
    if (existsSync(join(folder, below)))
      return yamlFiles(join(folder, below)).flatMap((file) => read(`${below}/${file}`, shape) ?? []);
    faults.push(`prompts/${below}: is missing`);
    return [];
  };

  const bank = readAll('questions/en', bankFile).flat();
  const guides = readAll('guides/en', guide).sort((one, other) => one.order - other.order);
  const resources = read('resources.yml', resourcesFile);
  faults.push(
    ...strangers(folder, known),
    ...bankFaults(bank),
    ...(resources === null ? [] : resourceFaults(resources.resources)),
  );
  if (faults.length > 0) throw new ContentFault(faults.join('\n'));
  return { bank, guides, resources: resources?.resources ?? [] };
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml') && !name.startsWith('.'))
    .sort();
}

/** Files that someone put there and nobody reads: each is named, with what it should be called. */
function strangers(folder: string, known: ReadonlySet<string>): string[] {
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
    ? 'Only resources.yml, and files that end in .yml in questions/en and guides/en, are: move it there, or away.'
    : `Files end in .yml, in small letters: call it prompts/${meant}.`;
}

/** What a file system, git or an editor leaves behind, and notes for those who edit. */
function isOfNoAccount(file: string): boolean {
  return /(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini|[^/]*~|[^/]*\.md)(\/|$)/i.test(file);
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string };

/** `why` follows the name of the file. Dates stay text, since js-yaml makes none of them unless it is asked to. */
function readYaml(path: string): Parsed {
  const file = readTextFile(path);
  if (!file.ok) return file;
  try {
    return { ok: true, value: load(file.text) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { mark, reason } = error;
    return { ok: false, why: `${mark === undefined ? '' : `, line ${mark.line + 1}`}: ${reason}` };
  }
}

function bankFaults(bank: readonly BankSet[]): string[] {
  const faults = repeated(bank.map((set) => set.id)).map(
    (text) => `prompts/questions: the id ${text} stands twice.`,
  );
  const questions = bank.flatMap((set) => [set.first, set.second]);
  faults.push(...repeated(questions).map((text) => `prompts/questions: this question stands twice: ${text}`));
  const anyWeek = bank.filter((set) => set.weeks === undefined).length;
  if (anyWeek < setsNeeded) {
    faults.push(
      `prompts/questions: ${anyWeek} sets may be asked in any week; at least ${setsNeeded} are needed.`,
    );
  }
  return faults;
}

function resourceFaults(resources: readonly Resource[]): string[] {
  const faults = repeated(resources.map((resource) => resource.id)).map(
    (text) => `prompts/resources.yml: the id ${text} stands twice.`,
  );
  const firstOther = resources.findIndex((resource) => resource.kind !== 'crisis');
  const lastCrisis = resources.findLastIndex((resource) => resource.kind === 'crisis');
  if (lastCrisis === -1) faults.push('prompts/resources.yml: there must be at least one crisis line.');
  if (firstOther !== -1 && firstOther < lastCrisis) {
    faults.push('prompts/resources.yml: crisis lines must stand first.');
  }
  return faults;
}

function repeated(texts: readonly string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) !== index);
}
