import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, YAMLException } from 'js-yaml';
import { type GenericSchema, getDotPath, type InferOutput, safeParse } from 'valibot';
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
  const read = <T>(file: string, shape: GenericSchema<unknown, T>): T | null => {
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
  faults.push(...bankFaults(bank), ...(resources === null ? [] : resourceFaults(resources.resources)));
  if (faults.length > 0) throw new ContentFault(faults.join('\n'));
  return { bank, guides, resources: resources?.resources ?? [] };
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort();
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string };

/** `why` follows the name of the file. Dates stay text, since js-yaml makes none of them unless it is asked to. */
function readYaml(path: string): Parsed {
  try {
    return { ok: true, value: load(readFileSync(path, 'utf8')) };
  } catch (error) {
    if (error instanceof YAMLException) {
      const { mark, reason } = error;
      return { ok: false, why: `${mark === undefined ? '' : `, line ${mark.line + 1}`}: ${reason}` };
    }
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { ok: false, why: `: ${code === 'ENOENT' ? 'is missing' : `cannot be read (${code})`}` };
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
