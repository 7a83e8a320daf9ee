import { dump } from 'js-yaml';
import { type Language, languageNames, languages } from '../chat/language.ts';
import type { OwnWords } from '../content/word-files.ts';
import { loadPrompts } from '../program/prompts.ts';
import { sentencesIn } from '../words/own-words.ts';
import { writtenOf } from '../words/sentence.ts';
import { OperatorError } from './operator-error.ts';

export async function runWords(
  what: 'check' | 'list',
  { language: wanted }: { readonly language: string },
): Promise<void> {
  if (what === 'check') {
    const { words } = await loadPrompts();
    console.log(`prompts/words: ${sayOwnWords(words)}. All good.`);
    return;
  }
  const language = languages.find((one) => one === wanted);
  if (language === undefined) throw new OperatorError(`--language must be one of ${languages.join(', ')}.`);
  console.log(listed(language));
}

/** "3 sentences in your own words (2 English, 1 Español)" */
export function sayOwnWords(words: OwnWords): string {
  const counts = languages.map((language) => ({ language, count: words[language].length }));
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return 'no sentence in your own words';
  const each = counts
    .filter(({ count }) => count > 0)
    .map((one) => `${one.count} ${languageNames[one.language]}`);
  return `${all} ${all === 1 ? 'sentence' : 'sentences'} in your own words (${each.join(', ')})`;
}

/** Every sentence that a hospital can say otherwise, as it would stand in `prompts/words`. */
function listed(language: Language): string {
  const sentences = [...sentencesIn(language)].flatMap(([key, says]) => {
    const written = writtenOf(says);
    return written === null ? [] : [[key, written.text] as const];
  });
  return dump(Object.fromEntries(sentences), { lineWidth: -1 }).trimEnd();
}
