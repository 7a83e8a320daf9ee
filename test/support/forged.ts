import { guid } from './teams/ids.ts';

/** What no client of ours ever puts into a field: each of it by a name for the test. */
export const forgedValues: readonly (readonly [name: string, value: unknown])[] = [
  ['an id that does not exist', '01a22375-6b03-7615-9102-a5e4f148ad9f'],
  ['an id of another platform', guid('bo')],
  ['a person of another workspace', 'slack/T0ELSEWHERE/UBEN'],
  ['150,000 letters', 'x'.repeat(150_000)],
  ['control characters', 'UBEN\u0000\u202e\u0007\r\n'],
  ['another language', "' or 1=1 --"],
  ['null', null],
  ['an array', ['UBEN', ['UBEN']]],
  ['an object', { id: 'UBEN', toString: 'UBEN' }],
  ['a number', 7],
];

/** Every copy of this payload in which one field, however deep, has this value instead; with the field's path. */
export function* forgedCopies(payload: unknown, value: unknown): Generator<readonly [string, unknown]> {
  for (const path of pathsIn(payload)) yield [path.join('.'), replaced(payload, path, value)];
}

function pathsIn(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [
    [name],
    ...pathsIn(part).map((rest) => [name, ...rest]),
  ]);
}

function replaced(whole: unknown, [name = '', ...rest]: readonly string[], value: unknown): unknown {
  const part = (whole as Record<string, unknown>)[name];
  const changed = rest.length === 0 ? value : replaced(part, rest, value);
  if (Array.isArray(whole)) return whole.with(Number(name), changed);
  return { ...(whole as object), [name]: changed };
}
