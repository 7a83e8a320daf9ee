import { join } from 'node:path';
import { load, YAMLException } from 'js-yaml';
import { type BaseIssue, type GenericSchema, safeParse } from 'valibot';
import { readTextFile } from '../system/text-file.ts';
import { lineAt } from './line-at.ts';

export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Reads `file` below `folder`. A fault names the file, the line, and the id of the entry where it has one. */
export function readYaml<Value>(
  folder: string,
  file: string,
  shape: GenericSchema<unknown, Value>,
): Read<Value> {
  const text = readTextFile(join(folder, file));
  if (!text.ok) return fault(`prompts/${file}${text.why}`);
  const { text: source } = text;
  const parsed = parse(source);
  if (!parsed.ok) return fault(`prompts/${file}${parsed.why}`);
  const result = safeParse(shape, parsed.value);
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, faults: result.issues.map((issue) => `prompts/${file}${sayIssue(issue, source)}`) };
}

function fault(said: string): Read<never> {
  return { ok: false, faults: [said] };
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string };

/** `why` follows the name of the file. Dates stay text, since js-yaml makes none of them unless it's asked to. */
function parse(source: string): Parsed {
  if (isEmpty(source)) return { ok: true, value: null };
  try {
    return { ok: true, value: load(source) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { mark, reason } = error;
    return { ok: false, why: `${mark === undefined ? '' : `, line ${mark.line + 1}`}: ${reason}` };
  }
}

/** Nothing but comments. */
function isEmpty(source: string): boolean {
  return source.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line));
}

/** ", line 12, badge-photo, second: must be text"; the id is that of the entry it's in. A place in a list is told by the line. */
function sayIssue({ path, message }: BaseIssue<unknown>, source: string): string {
  if (path === undefined) return `: ${message}`;
  const entry = path.findLastIndex(({ value }) => idOf(value) !== null);
  const names = path.slice(entry + 1).map(({ key }) => key);
  const line = lineAt(
    source,
    path.map(({ key }) => key),
  );
  const place = [`line ${line}`, idOf(path[entry]?.value), ...names.filter((key) => typeof key === 'string')];
  return `, ${place.filter((part) => part !== null).join(', ')}: ${message}`;
}

function idOf(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null || !('id' in entry)) return null;
  return typeof entry.id === 'string' ? entry.id : null;
}
