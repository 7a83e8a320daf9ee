import { CsvError, parse } from 'csv-parse/sync';
import { load, YAMLException } from 'js-yaml';
import type { Answers } from '../../chat/form.ts';
import { lineAt } from '../../content/line-at.ts';

/** A week of a file, with the answers that the form would have, and the line on which it begins. */
export interface ImportedWeek {
  readonly line: number;
  readonly answers: Answers;
}

export type ReadImport =
  | { readonly ok: true; readonly weeks: readonly ImportedWeek[] }
  | { readonly ok: false; readonly faults: readonly string[] };

/** By what a column or a key is called, the field of the form. */
const fields: Readonly<Record<string, string>> = {
  week: 'week',
  first: 'first',
  second: 'second',
  note: 'note',
  first_es: 'firstInSpanish',
  second_es: 'secondInSpanish',
};

const needed = ['week', 'first', 'second'];

/** A list of mappings. A fault names its line. */
export function readYamlImport(source: string): ReadImport {
  let listed: unknown;
  try {
    listed = load(source);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const where = error.mark === undefined ? '' : `line ${error.mark.line + 1}: `;
    return refused([`${where}${error.reason}`]);
  }
  if (!Array.isArray(listed)) return refused(['line 1: must be a list of weeks']);
  const faults: string[] = [];
  const weeks = listed.map((entry: unknown, place): ImportedWeek => {
    const line = lineAt(source, [place]);
    const mapping: Readonly<Record<string, unknown>> =
      typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? { ...entry } : {};
    faults.push(...keyFaults(Object.keys(mapping)).map((fault) => `line ${line}: ${fault}`));
    const notText = Object.entries(mapping).filter(
      ([, value]) => value !== null && typeof value !== 'string',
    );
    faults.push(...notText.map(([key]) => `line ${lineAt(source, [place, key])}: ${key} must be text`));
    return { line, answers: answersOf(Object.entries(mapping)) };
  });
  return faults.length > 0 ? refused(faults) : { ok: true, weeks };
}

/** As Excel writes it: with commas, semicolons or tabs, and quotes around what has line breaks. */
export function readCsvImport(source: string): ReadImport {
  let rows: { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
  try {
    rows = parse(source, {
      bom: true,
      delimiter: delimiterOf(source),
      info: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as typeof rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused([error.message]);
  }
  const [head, ...others] = rows;
  if (head === undefined) return refused(['the file is empty']);
  const names = head.record.map((name) => name.trim().toLowerCase());
  const faults = keyFaults(names.filter((name) => name !== '')).map((fault) => `line 1: ${fault}`);
  if (faults.length > 0) return refused(faults);
  const weeks = others.map(({ record, info }): ImportedWeek => {
    const breaks = record.join('').split('\n').length - 1;
    const cells = record.map((cell, place) => [names[place] ?? '', cell] as const);
    const beyond = record.slice(names.length).some((cell) => cell !== '');
    const line = info.lines - breaks;
    if (beyond) faults.push(`line ${line}: has more columns than the first line names`);
    return { line, answers: answersOf(cells) };
  });
  return faults.length > 0 ? refused(faults) : { ok: true, weeks };
}

function delimiterOf(source: string): string {
  const [head = ''] = source.split(/\r?\n/, 1);
  const counted = [',', ';', '\t'].map((sign) => ({ sign, count: head.split(sign).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

function keyFaults(names: readonly string[]): readonly string[] {
  const unknown = names.filter((name) => fields[name] === undefined);
  return [
    ...unknown.map((name) => `there is no column ${name}; there are ${Object.keys(fields).join(', ')}`),
    ...needed.filter((name) => !names.includes(name)).map((name) => `${name} is missing`),
  ];
}

function answersOf(cells: readonly (readonly [name: string, value: unknown])[]): Answers {
  return Object.fromEntries(
    cells.flatMap(([name, value]) => {
      const field = fields[name];
      return field === undefined || typeof value !== 'string' ? [] : [[field, value]];
    }),
  );
}

function refused(faults: readonly string[]): ReadImport {
  return { ok: false, faults };
}
