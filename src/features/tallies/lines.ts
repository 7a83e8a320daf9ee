import type { Reader } from '../../chat/reader.ts';
import type { Choice } from '../../content/choices.ts';
import { saidIn } from '../../content/languages.ts';
import { countedNames, type Released } from './rules.ts';
import { wordsFor } from './words.ts';

type Reading = Pick<Reader, 'language'>;

/** A line for each batch, the oldest first: what's in one never changes. */
export function sumLines(reader: Reading, batches: readonly Released[]): readonly string[] {
  const words = wordsFor(reader);
  return batches.map(({ counted }, index) => {
    const sums = countedNames.map((name) => [words.counted[name], counted[name]] as const);
    return `${words.batch(index + 1)}: ${listed(reader, sums)}.`;
  });
}

/** The same with kinds of event, in the batches that say them. */
export function batchLines(
  reader: Reading,
  batches: readonly Released[],
  kinds: readonly Choice[],
): readonly string[] {
  const nameOf = (id: string): string => {
    const kind = kinds.find((one) => one.id === id);
    return kind === undefined ? id : saidIn(kind.words, reader.language);
  };
  return sumLines(reader, batches).map((line, index) => {
    const sums = Object.entries(batches[index]?.kinds ?? {}).map(
      ([id, count]) => [nameOf(id), count] as const,
    );
    return sums.length === 0 ? line : `${line} ${wordsFor(reader).kinds}: ${listed(reader, sums)}.`;
  });
}

function listed(reader: Reading, sums: readonly (readonly [name: string, count: number])[]): string {
  const words = wordsFor(reader);
  return sums
    .filter(([, count]) => count > 0)
    .map(([name, count]) => words.sum(name, count))
    .join(', ');
}
