import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..');

/** STYLE.md, "Voice", says what stands in their place. */
const wordsWeDoNotUse =
  /\b(?:whom|whoever|whomever|somebody|anybody|everybody|anew|afresh|mend(?:s|ed|ing)?|reads along|shall I|shall we|we noticed|have a word|a word in person|a quarter of an hour|at the moment|all the same|any more|(?:speaks|speak) of|stood here|stands there)\b/i;

/** What a colleague would run together when saying it aloud. */
const uncontracted =
  /(?:\b(?:(?:do|does|did|is|are|was|were|has|have|had|would|could|should|will) not|cannot|I am|I will|I have (?:asked|sent|let)|[Yy]ou are|[Tt]hey are|[Ii]t is|[Tt]hat is|[Tt]here is|[Ww]hat is)|^Here is|\. Here is)(?= \w)/;

/** Said slowly on purpose: it's about life and death. */
const saidSlowly = ['Buddy is not monitored'];

const wordFiles = globSync('{src,adapters}/**/*words.en.ts', { cwd: root });
const guides = globSync('prompts/{guides/en/*,launch/en/*,questions/en/*,support/*,deeper/en}.yml', {
  cwd: root,
});
const documents = [
  'README.md',
  'STYLE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/administrators.md',
  'docs/faults.md',
  'docs/operating.md',
  'docs/peer-support-year.md',
  'docs/postgresql.md',
  'docs/privacy.md',
  'docs/slack.md',
  'docs/support.md',
  'docs/support-for-counsel.md',
  'docs/support-incident-systems.md',
  'docs/teams.md',
  'docs/words.md',
];

describe('what a clinician reads in chat', () => {
  test.each(wordFiles)('%s has no word that a tired American would notice', (file) => {
    const sentences = sentencesOf(read(file));
    expect(sentences.filter((sentence) => wordsWeDoNotUse.test(sentence))).toEqual([]);
    expect(sentences.filter((sentence) => sentence.includes('!'))).toEqual([]);
  });

  test.each(wordFiles)('%s says it as one says it aloud', (file) => {
    const stiff = sentencesOf(read(file)).filter((sentence) => uncontracted.test(sentence));
    expect(stiff.filter((sentence) => !saidSlowly.some((slow) => sentence.startsWith(slow)))).toEqual([]);
  });

  test.each(guides)('%s too', (file) => {
    const lines = read(file)
      .split('\n')
      .filter((line) => !/^\s*(?:#|- id:|id:)/.test(line));
    expect(lines.filter((line) => wordsWeDoNotUse.test(line) || line.includes('!'))).toEqual([]);
  });

  test('none of them is missed', () => {
    expect(wordFiles.length).toBeGreaterThan(15);
    expect(guides.length).toBeGreaterThan(0);
  });
});

test.each(documents)('%s is in the same English', (file) => {
  const lines = proseOf(read(file)).split('\n');
  expect(lines.filter((line) => wordsWeDoNotUse.test(line))).toEqual([]);
});

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** A placeholder without another one in it. */
const inner = /\$\{[^{}]*\}/;

/** The strings of a module: what stands between quotes, without comments and imports. */
function sentencesOf(source: string): readonly string[] {
  let code = source.replace(/^\s*(?:\/?\*.*|\/\/.*|import .*)$/gm, '');
  while (inner.test(code)) code = code.replace(inner, '…');
  const quoted = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;
  return [...code.matchAll(quoted)].map(([, single, double, template]) => single ?? double ?? template ?? '');
}

/** A document without what is code, and without the sentences that STYLE.md shows as they were. */
function proseOf(markdown: string): string {
  return markdown
    .replace(/^## Voice$[\s\S]*?(?=^## |$(?![\s\S]))/m, '')
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/`[^`\n]*`/g, '');
}
