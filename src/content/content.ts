import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** What clinicians read and administrators may edit, from `prompts/`: data, not code. */
export interface Content {
  readonly bank: readonly BankSet[];
  readonly guides: readonly Guide[];
  readonly resources: readonly Resource[];
}

/** Two questions for a week. With `weeks` (ISO week numbers) it belongs to a moment of the year. */
export type BankSet = z.infer<typeof bankSet>;
export type Guide = z.infer<typeof guide>;
export type Resource = z.infer<typeof resource>;

/** Two years of Mondays without asking the same again. */
const setsNeeded = 104;

/** A question fits two lines on a phone and no platform cuts it. */
export const questionMaxLength = 300;

const id = z.string().regex(/^[a-z0-9-]+$/, 'must be lower-case words joined by hyphens');
const question = z.string().trim().min(1).max(questionMaxLength);

const bankSet = z.strictObject({
  id,
  first: question,
  second: question,
  weeks: z.array(z.number().int().min(1).max(53)).min(1).optional(),
});

const guide = z.strictObject({
  id,
  title: z.string().min(1).max(75),
  order: z.number().int(),
  paragraphs: z.array(z.string().min(1).max(600)).min(1).max(10),
});

const resource = z.strictObject({
  id,
  kind: z.enum(['crisis', 'support', 'local']),
  name: z.string().min(1).max(150),
  reach: z.array(z.string().min(1).max(200)).min(1),
  hours: z.string().min(1).max(200),
  who: z.string().min(1).max(300),
  about: z.string().min(1).max(300),
  last_verified: z.iso.date(),
  url: z.url().optional(),
});

/** A file under `prompts/` that cannot be used; the message names the file and the place in it. */
export class ContentFault extends Error {
  override readonly name = 'ContentFault';
}

/** Reads and checks everything under `folder`. Throws ContentFault with one line for each fault. */
export function loadContent(folder: string): Content {
  const faults: string[] = [];
  const read = <T>(file: string, shape: z.ZodType<T>): T | null => {
    const result = shape.safeParse(parseYaml(join(folder, file), faults));
    if (result.success) return result.data;
    faults.push(
      ...result.error.issues.map((issue) => `prompts/${file}, ${issue.path.join('.')}: ${issue.message}`),
    );
    return null;
  };
  const readAll = <T>(below: string, shape: z.ZodType<T>): T[] =>
    yamlFiles(join(folder, below)).flatMap((file) => read(`${below}/${file}`, shape) ?? []);

  const bank = readAll('questions/en', z.array(bankSet)).flat();
  const guides = readAll('guides/en', guide).sort((one, other) => one.order - other.order);
  const resources = read(
    'resources.yml',
    z.strictObject({ last_reviewed_note: z.string(), resources: z.array(resource).min(1) }),
  );
  faults.push(...bankFaults(bank), ...resourceFaults(resources?.resources ?? []));
  if (faults.length > 0) throw new ContentFault(faults.join('\n'));
  return { bank, guides, resources: resources?.resources ?? [] };
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort();
}

function parseYaml(file: string, faults: string[]): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    faults.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
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
