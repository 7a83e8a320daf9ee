import { iso } from '../../calendar/instant-text.ts';
import type { Held } from './held.ts';

/** No platform takes a message of any length; Slack takes 13,000 characters in all. */
const mostCharactersOfAPart = 10_000;

/**
 * The same facts as JSON, to take away: other people by name, instants in ISO 8601 (UTC). What is long has one line for
 * each entry and comes in parts, cut between lines: one after the other they are the whole.
 */
export function exportParts(held: Held, now: number): readonly [string, ...string[]] {
  const copy = copyOf(held, now);
  const text = JSON.stringify(copy, null, 2);
  return text.length <= mostCharactersOfAPart ? [text] : inParts(compactLines(copy));
}

function inParts(lines: readonly string[]): readonly [string, ...string[]] {
  const parts: [string, ...string[]] = [''];
  for (const line of lines) {
    const last = parts.length - 1;
    if ((parts[last] ?? '').length + line.length > mostCharactersOfAPart) parts.push(line);
    else parts[last] += line;
  }
  return parts;
}

/** JSON with one line for each entry of a list, and one for everything else. */
function compactLines(copy: Readonly<Record<string, unknown>>): readonly string[] {
  const properties = Object.entries(copy).map(([key, value]): string[] => {
    const name = JSON.stringify(key);
    if (!Array.isArray(value) || value.length === 0) return [`${name}:${JSON.stringify(value)}`];
    const entries = value.map(
      (entry, index) => `${JSON.stringify(entry)}${index < value.length - 1 ? ',' : ''}`,
    );
    return [`${name}:[`, ...entries, ']'];
  });
  const lines = properties.flatMap((property, index) =>
    index < properties.length - 1 ? [...property.slice(0, -1), `${property.at(-1)},`] : property,
  );
  return ['{', ...lines, '}'].map((line) => `${line}\n`);
}

function copyOf({ person, parts }: Held, now: number): Readonly<Record<string, unknown>> {
  return {
    madeAt: iso(now),
    person: { platform: person.platform, workspace: person.workspace, id: person.id },
    ...Object.fromEntries(parts.map(({ name, value }) => [name, value])),
  };
}
