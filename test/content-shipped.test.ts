import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadContent } from '../src/content/content.ts';

const prompts = join(import.meta.dirname, '../prompts');

describe('what is shipped', () => {
  const { bank, deeper, guides, resources, support, launch } = loadContent(prompts);

  test('at least 208 sets, each with a weight and a theme, in both languages', () => {
    expect(bank.length).toBeGreaterThanOrEqual(208);
    expect(bank.filter(({ words }) => words.es === undefined)).toEqual([]);
    expect(deeper.filter(({ words }) => words.es === undefined)).toEqual([]);
    expect(guides.filter(({ words }) => words.es === undefined)).toEqual([]);
    expect(resources.filter(({ words }) => words.es === undefined)).toEqual([]);
  });

  test('a supporter’s conversation, four meetings, words after a death, a group and twelve role plays, in both', () => {
    expect(support.texts.map(({ id }) => id)).toEqual(['session', 'agendas', 'after-a-death', 'group']);
    expect(support.texts.map(({ words }) => words.en.sections.length)).toEqual([13, 4, 5, 6]);
    const uneven = support.texts.filter(
      ({ words: { en, es } }) => countOf(en.sections) !== countOf(es?.sections),
    );
    expect(uneven).toEqual([]);
    expect(support.rolePlays).toHaveLength(12);
    expect(support.rolePlays.filter(({ words }) => words.es === undefined)).toEqual([]);
  });

  test('what supporters and referrals choose from, in both; no units, since they are each hospital’s own', () => {
    const { kinds, units, ...others } = support.choices;
    expect(kinds.map(({ id }) => id)).toEqual([
      'event-error',
      'event-death',
      'event-violence',
      'event-complaint',
      'event-other',
    ]);
    expect(units).toEqual([]);
    for (const choices of [kinds, ...Object.values(others)]) {
      expect(choices.length).toBeGreaterThan(3);
      expect(choices.filter(({ words }) => words.es === undefined)).toEqual([]);
    }
  });

  test('words for a supporter to copy, in both, that name no event and promise no third try', () => {
    for (const { en, es } of Object.values(support.readyWords)) {
      expect(en).not.toMatch(/\b(error|mistake|death|died|assault|lawsuit|event|patient)\b/i);
      expect(es).not.toMatch(/\b(error|muerte|murió|agresión|demanda|paciente)\b/i);
      expect(en.match(/\[/g)?.length).toBe(es?.match(/\[/g)?.length);
    }
  });

  test('what makes Buddy known, as long in both, under no other program’s name', () => {
    expect(launch.map(({ id }) => id)).toEqual([
      'poster',
      'badge-card',
      'announcement',
      'email',
      'grand-rounds',
      'huddle',
      'onboarding',
      'skeptics',
      'security-office',
      'privacy',
      'first-month',
      'thank-you',
    ]);
    const uneven = launch.filter(({ words: { en, es } }) => countOf(en.sections) !== countOf(es?.sections));
    expect(uneven).toEqual([]);
    expect(JSON.stringify(launch)).not.toMatch(/peerrx|prx90/i);
  });

  test('notes on the law with their source and date, which no counsel has signed', () => {
    const { notes, unchecked } = support.legal;
    expect(notes.map(({ id }) => id)).toEqual(['us-psqia', 'us-psychotherapist', 'us-states']);
    expect(notes.map(({ signedOffBy }) => signedOffBy)).toEqual([null, null, null]);
    expect(notes.filter(({ protects }) => protects.es === undefined)).toEqual([]);
    expect(unchecked.en).toBe('Not checked by your counsel.');
  });

  test('the same files, and in each guide as many paragraphs, in both', () => {
    for (const kind of ['questions', 'guides', 'support', 'launch'])
      expect(readdirSync(join(prompts, kind, 'es'))).toEqual(readdirSync(join(prompts, kind, 'en')));
    const uneven = guides.filter(({ words: { en, es } }) => en.paragraphs.length !== es?.paragraphs.length);
    expect(uneven).toEqual([]);
  });

  test('no English is left standing in Spanish questions, and each asks something', () => {
    for (const { id, words } of bank) {
      const spanish = [words.es?.first, words.es?.second].join(' ');
      expect([id, spanish]).toEqual([id, expect.stringMatching(/^[^¿]*¿.*\?.*¿.*\?$/)]);
      expect([id, spanish]).toEqual([
        id,
        expect.not.stringMatching(/\b(the|you|your|what|when|who|of|and)\b/i),
      ]);
    }
  });

  test('everyone is spoken to as a colleague speaks: with contractions, and no exclamation marks', () => {
    const stiff = /\b(whom|whoever|somebody|anybody|anew|do not|does not|did not|is not|are not|cannot)\b|!/i;
    for (const { id, words } of [
      ...bank,
      ...deeper,
      ...guides,
      ...resources,
      ...support.texts,
      ...support.rolePlays,
      ...launch,
    ]) {
      // Said slowly on purpose: it's about life and death.
      const english = JSON.stringify(words.en).replaceAll('Buddy is not monitored', '');
      expect([id, english]).toEqual([id, expect.not.stringMatching(stiff)]);
      expect([id, JSON.stringify(words.es)]).toEqual([id, expect.not.stringMatching(/[!¡]/)]);
    }
    const { choices, readyWords, legal } = support;
    expect(JSON.stringify({ choices, readyWords, legal })).not.toMatch(stiff);
    expect(JSON.stringify({ choices, readyWords, legal })).not.toMatch(/¡/);
  });

  test('nobody has verified the lines for this hospital, and none says so', () => {
    expect(resources.map(({ verified_by }) => verified_by)).toEqual(resources.map(() => null));
  });
});

/** How many paragraphs each section has. */
function countOf(sections: readonly { readonly paragraphs: readonly string[] }[] | undefined): string {
  return String(sections?.map(({ paragraphs }) => paragraphs.length));
}
