import type { Reader } from '../../chat/reader.ts';
import type { Choice } from '../../content/choices.ts';
import { saidIn } from '../../content/languages.ts';
import { countedNames, type Released } from './rules.ts';
import { wordsFor } from './words.ts';

/** A line for each batch, the oldest first: what's in one never changes. */
export function batchLines(
  { language }: Pick<Reader, 'language'>,
  batches: readonly Released[],
  kinds: readonly Choice[],
): readonly string[] {
  const words = wordsFor({ language });
  const all = (sums: readonly (readonly [string, number])[]): string =>
    sums
      .filter(([, count]) => count > 0)
      .map(([name, count]) => words.sum(name, count))
      .join(', ');
  return batches.map((batch, index) => {
    const counted = countedNames.map((name) => [words.counted[name], batch.counted[name]] as const);
    const byKind = Object.entries(batch.kinds ?? {}).map(([id, count]) => {
      const kind = kinds.find((one) => one.id === id);
      return [kind === undefined ? id : saidIn(kind.words, language), count] as const;
    });
    const said = `${words.batch(index + 1)}: ${all(counted)}.`;
    return byKind.length === 0 ? said : `${said} ${words.kinds}: ${all(byKind)}.`;
  });
}
