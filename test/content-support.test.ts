import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadContent } from '../src/content/content.ts';
import { saidIn } from '../src/content/languages.ts';

const prompts = join(import.meta.dirname, '../prompts');
const lists = 'support/professions.yml';
const legal = 'support/legal.yml';
const ready = 'support/ready-words.yml';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'buddy-support-'));
  cpSync(prompts, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a hospital makes the lists its own', () => {
  test('its units, in English alone or in both', () => {
    replace(lists, 'units: []', 'units:\n  - id: 5-west\n    en: 5 West\n');
    const { units } = loadContent(folder).support.choices;
    expect(units).toEqual([{ id: '5-west', words: { en: '5 West' } }]);
    expect(units.map(({ words }) => saidIn(words, 'es'))).toEqual(['5 West']);
  });

  test('with its own words for a kind of event', () => {
    replace(lists, 'en: "A patient died"', 'en: "We lost a patient"');
    const kinds = loadContent(folder).support.choices.kinds;
    expect(kinds.find(({ id }) => id === 'event-death')?.words.en).toBe('We lost a patient');
  });

  test('and its counsel signs what they have read', () => {
    replace(legal, 'signed_off_by: ""', 'signed_off_by: " Office of the General Counsel "');
    const [first, second] = loadContent(folder).support.legal.notes;
    expect(first?.signedOffBy).toBe('Office of the General Counsel');
    expect(second?.signedOffBy).toBeNull();
  });

  test('or takes all notes on the law out', () => {
    const source = readFileSync(join(folder, legal), 'utf8');
    writeFileSync(join(folder, legal), source.replace(/notes:.*/s, 'notes: []'));
    expect(loadContent(folder).support.legal.notes).toEqual([]);
  });
});

describe('who edits them is told, by file and line', () => {
  test('a kind of event that there is not, one that is missing, and what stands twice', () => {
    replace(lists, 'id: event-death', 'id: event-other');
    expect(faults()).toEqual([
      'prompts/support/professions.yml, kinds: the id event-other stands twice.',
      'prompts/support/professions.yml, kinds: event-death is missing.',
    ]);
    replace(lists, 'id: event-other', 'id: event-storm');
    expect(faults()).toEqual([
      `prompts/support/professions.yml, line ${lineOf(lists, 'event-storm')}, event-storm, id: must be one of event-error, event-death, event-violence, event-complaint, event-other`,
    ]);
  });

  test('a list that is missing, empty, or too long for a form', () => {
    replace(lists, 'ranks:', 'levels:');
    replace(
      lists,
      'units: []',
      `units: [${Array.from({ length: 101 }, (_, unit) => `{id: u${unit}, en: U}`)}]`,
    );
    expect(faults()).toEqual([
      expect.stringMatching(/professions\.yml, line \d+, ranks: is missing$/),
      expect.stringMatching(/professions\.yml, line \d+, units: must have at most 100 entries$/),
      expect.stringMatching(/professions\.yml, line \d+, levels: is not a name that can stand here$/),
    ]);
  });

  test('ready words of another occasion, or none for one', () => {
    replace(ready, 'second-try:\n', 'third-try:\n');
    const line = lineOf(ready, 'third-try:');
    expect(faults()).toEqual([
      expect.stringMatching(/ready-words\.yml, line \d+, second-try: is missing$/),
      `prompts/support/ready-words.yml, line ${line + 1}, third-try: is not a name that can stand here`,
    ]);
  });

  test('a note on the law without a day that exists, or twice', () => {
    replace(legal, 'date: "2026-11-28"', 'date: "2026-02-30"');
    expect(faults()).toEqual([
      `prompts/support/legal.yml, line ${lineOf(legal, '2026-02-30')}, us-psqia, date: must be a date, such as 2026-11-01`,
    ]);
    replace(legal, 'date: "2026-02-30"', 'date: 2026-11-28');
    replace(legal, 'id: us-states', 'id: us-psqia');
    expect(faults()).toEqual(['prompts/support/legal.yml: the id us-psqia stands twice.']);
  });

  test.each([lists, legal, ready])('that %s is missing', (file) => {
    rmSync(join(folder, file));
    expect(faults()).toEqual([`prompts/${file}: is missing`]);
  });
});

function faults(): string[] {
  try {
    loadContent(folder);
    return [];
  } catch (error) {
    return error instanceof Error ? error.message.split('\n') : [];
  }
}

function replace(file: string, text: string, by: string): void {
  const before = readFileSync(join(folder, file), 'utf8');
  expect(before).toContain(text);
  writeFileSync(join(folder, file), before.replace(text, by));
}

function lineOf(file: string, text: string): number {
  const [before = ''] = readFileSync(join(folder, file), 'utf8').split(text);
  return before.split('\n').length;
}
