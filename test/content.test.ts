import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addWeeks } from '../src/calendar/iso-week.ts';
import { ContentFault, loadContent } from '../src/content/content.ts';
import { saidIn } from '../src/content/languages.ts';
import { bankSetFor } from '../src/features/questions/bank-set.ts';

const prompts = join(import.meta.dirname, '../prompts');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'buddy-prompts-'));
  cpSync(prompts, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function faults(): string[] {
  try {
    loadContent(folder);
  } catch (error) {
    if (error instanceof ContentFault) return error.message.split('\n');
    throw error;
  }
  return [];
}

function add(file: string, text: string): void {
  const path = join(folder, file);
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n${text}`);
}

function replace(file: string, text: string, by: string): void {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  expect(before).toContain(text);
  writeFileSync(path, before.replace(text, by));
}

describe('who edits the prompts is told', () => {
  test('nothing, while all is well', () => {
    expect(faults()).toEqual([]);
  });

  test('the line where a file cannot be read', () => {
    writeFileSync(join(folder, 'questions/en/new.yml'), '- id: new\n  first: "Not closed\n');
    writeFileSync(join(folder, 'questions/en/twice.yml'), '- id: new\n  id: newer\n');
    expect(faults()).toEqual([
      expect.stringMatching(/^prompts\/questions\/en\/new\.yml, line 3: ./),
      'prompts/questions/en/twice.yml, line 2: duplicated mapping key',
    ]);
  });

  test('what cannot be a sentence of their own, and a language that Buddy does not speak', () => {
    add('words/en.yml', 'nudges:\n  later: Later\nhelp.hello: ""\n');
    writeFileSync(join(folder, 'words/fr.yml'), 'help.hello: Bonjour\n');
    expect(faults()).toEqual([
      expect.stringMatching(
        /^prompts\/words\/en\.yml, line \d+, nudges: must be one text; keys are written in full/,
      ),
      expect.stringMatching(/^prompts\/words\/en\.yml, line \d+, help\.hello: must not be empty$/),
      expect.stringContaining('prompts/words/fr.yml: is not read.'),
    ]);
  });

  test('what a text for the launch leaves open and nobody fills in', () => {
    replace('launch/en/email.yml', '{open}', 'Or: {open}');
    replace('launch/es/huddle.yml', '{open}', '{abrir}');
    expect(faults()).toEqual([
      expect.stringMatching(/^prompts\/launch\/en\/email\.yml, line \d+.*\{open\} is a paragraph by itself$/),
      expect.stringMatching(/^prompts\/launch\/es\/huddle\.yml, line \d+.*nothing open but \{hospital\}/),
    ]);
  });

  test('that the poster is gone', () => {
    for (const language of ['en', 'es']) rmSync(join(folder, 'launch', language, 'poster.yml'));
    expect(faults()).toEqual(['prompts/launch/en: poster is missing.']);
  });

  test('nothing of a file of words that is not there', () => {
    rmSync(join(folder, 'words'), { recursive: true });
    expect(loadContent(folder).words).toEqual({ en: [], es: [] });
  });

  test('that there are too few questions for half an hour', () => {
    const few = readFileSync(join(folder, 'deeper/en.yml'), 'utf8').split('- id:').slice(0, 21).join('- id:');
    writeFileSync(join(folder, 'deeper/en.yml'), few);
    expect(faults()).toContain('prompts/deeper/en.yml: has 20 questions; at least 26 are needed.');
  });

  test('which file is missing, or cannot be read', () => {
    rmSync(join(folder, 'resources.yml'));
    mkdirSync(join(folder, 'guides/en/folder.yml'));
    expect(faults()).toEqual([
      'prompts/guides/en/folder.yml: cannot be read (EISDIR), since it is a folder',
      'prompts/resources.yml: is missing',
    ]);
    rmSync(join(folder, 'guides'), { recursive: true });
    expect(faults().slice(0, 2)).toEqual(['prompts/guides/en: is missing', 'prompts/guides/es: is missing']);
  });

  test('which files nobody reads, and what they should be called', () => {
    for (const name of [
      'ward.yaml',
      'WARD.YML',
      'ward.yml.txt',
      'ward.csv',
      '.DS_Store',
      'notes.md',
      '._ward.yml',
    ])
      writeFileSync(join(folder, 'questions/en', name), '');
    mkdirSync(join(folder, 'questions/fr'));
    writeFileSync(join(folder, 'questions/fr/ward.yml'), '');
    const belongs = 'is not read. Move it to where its like are read, or away.';
    expect(faults()).toEqual([
      'prompts/questions/en/WARD.YML: is not read. Files end in .yml, in small letters: call it prompts/questions/en/WARD.yml.',
      `prompts/questions/en/ward.csv: ${belongs}`,
      'prompts/questions/en/ward.yaml: is not read. Files end in .yml, in small letters: call it prompts/questions/en/ward.yml.',
      'prompts/questions/en/ward.yml.txt: is not read. Files end in .yml, in small letters: call it prompts/questions/en/ward.yml.',
      `prompts/questions/fr/ward.yml: ${belongs}`,
    ]);
  });

  test.each([
    [
      'saved by an older Windows editor',
      Buffer.from('# D\u00edaz\n- first: caf\u00e9\n', 'latin1'),
      ', line 1: has a char',
    ],
    ['with a lost character', Buffer.from('# Ours\n- first: caf\uFFFD\n'), ', line 2: has a character that'],
    ['in UTF-16', Buffer.from('\uFEFF- first: a\n', 'utf16le'), ': is in UTF-16'],
  ])('the place in a file %s, before anyone reads it on a Monday', (_, bytes, place) => {
    writeFileSync(join(folder, 'questions/en/new.yml'), bytes);
    expect(faults()).toEqual([expect.stringContaining(`prompts/questions/en/new.yml${place}`)]);
  });

  test('nothing of a byte-order mark and the line ends of Windows', () => {
    const path = join(folder, 'questions/en/everyday.yml');
    writeFileSync(path, `\uFEFF${readFileSync(path, 'utf8').replaceAll('\n', '\r\n')}`);
    expect(loadContent(folder)).toEqual(loadContent(prompts));
  });

  test('every fault at once, with the file, the line, the set and the place in it', () => {
    const long = 'x'.repeat(301);
    writeFileSync(
      join(folder, 'questions/en/new.yml'),
      [
        '# Ours.',
        `- {id: Not This, first: "  ", second: ${long}, weight: light, weeks: []}`,
        '',
        '- id: new',
        '  weight: enormous',
        '  first: 7',
        '  weeks: [0, 1.5,',
        '    54]',
        '  weks: 3',
        '',
      ].join('\n'),
    );
    writeFileSync(join(folder, 'questions/en/other.yml'), 'id: alone\n');
    writeFileSync(join(folder, 'guides/en/new.yml'), '- a list\n');
    writeFileSync(join(folder, 'calendar.yml'), 'seasons:\n  winter: [54]\n');
    expect(faults()).toEqual([
      'prompts/questions/en/new.yml, line 2, Not This, id: must be lower-case words joined by hyphens',
      'prompts/questions/en/new.yml, line 2, Not This, weeks: must have at least one entry',
      'prompts/questions/en/new.yml, line 2, Not This, first: must be 1 to 300 characters long',
      'prompts/questions/en/new.yml, line 2, Not This, second: must be 1 to 300 characters long',
      'prompts/questions/en/new.yml, line 5, new, weight: must be light, middling or heavy',
      'prompts/questions/en/new.yml, line 7, new, weeks: must be at least 1',
      'prompts/questions/en/new.yml, line 7, new, weeks: must be a whole number',
      'prompts/questions/en/new.yml, line 8, new, weeks: must be at most 53',
      'prompts/questions/en/new.yml, line 6, new, first: must be text; in quotation marks it always is',
      'prompts/questions/en/new.yml, line 4, new, second: is missing',
      'prompts/questions/en/new.yml, line 9, new, weks: is not a name that can stand here',
      'prompts/questions/en/other.yml: must be a list',
      'prompts/calendar.yml, line 2, seasons, winter: must be at most 53',
      'prompts/guides/en/new.yml: must be a mapping, lines like `name: value`',
    ]);
  });

  test('a resource that nobody can reach, or that was looked up on a day that does not exist', () => {
    add(
      'resources.yml',
      '  - {id: ours, kind: own, name: Ours, reach: [], hours: 24, who: All, about: It helps., last_verified: 2026-02-30, url: ours}\n',
    );
    const at = expect.stringMatching;
    expect(faults().filter((fault) => fault.startsWith('prompts/resources.yml, '))).toEqual([
      at(/kind: must be crisis, support or local$/),
      at(/reach: must have at least one entry$/),
      at(/hours: must be text; in quotation marks it always is$/),
      at(/last_verified: must be a date, such as 2026-11-01$/),
      at(/url: must be an address, such as https:\/\/example\.org$/),
    ]);
  });

  test('that a day may be written without quotation marks', () => {
    const path = join(folder, 'resources.yml');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/(?<=last_verified: )"([\d-]+)"/g, '$1'));
    expect(loadContent(folder).resources).toEqual(loadContent(prompts).resources);
  });

  test('what stands twice, or is asked again under an id that is retired', () => {
    add(
      'questions/en/everyday.yml',
      '- {id: eaten-sitting-down, weight: middling, first: New one?, second: New one?}\n- {id: outdoors, weight: light, first: A?, second: B?}\n',
    );
    expect(faults()).toEqual([
      'prompts/questions: the id eaten-sitting-down stands twice.',
      'prompts/questions: the id outdoors is retired: it stands beside weeks that asked it. Give the set another.',
      'prompts/questions: this question stands twice: New one?',
    ]);
  });

  test("what doesn't fit together: a translation of nothing, another weight, seasons that collide", () => {
    add('questions/es/everyday.yml', '- {id: nothing, weight: light, first: ¿A?, second: ¿B?}\n');
    replace(
      'questions/es/everyday.yml',
      'id: badge-photo\n  weight: middling',
      'id: badge-photo\n  weight: light',
    );
    replace('guides/es/choosing.yml', 'id: choosing', 'id: choosing-well');
    writeFileSync(join(folder, 'calendar.yml'), 'seasons:\n  winter: [27]\n  wintre: [6]\n');
    expect(faults()).toEqual([
      'prompts/questions/es: nothing has no set in English.',
      'prompts/questions/es: badge-photo has another weight than in English.',
      'prompts/calendar.yml: no set with weeks has the theme wintre.',
      'prompts: week 27 belongs to two themes, winter and newcomers.',
      'prompts/guides/es: choosing-well has nothing in English.',
    ]);
  });

  test('that a set for certain weeks is never heavy, and has the weeks of its theme', () => {
    replace(
      'questions/en/seasons.yml',
      'theme: winter\n  weight: middling\n  weeks: [6]',
      'theme: winter\n  weight: heavy\n  weeks: [7]',
    );
    replace(
      'questions/es/seasons.yml',
      'id: how-much-daylight\n  weight: middling',
      'id: how-much-daylight\n  weight: heavy',
    );
    expect(faults()).toEqual([
      'prompts/questions: how-much-daylight is heavy; a set that has its weeks must be light or middling.',
      'prompts/questions: never-quite-enough-hands has other weeks than the rest of its theme, winter.',
    ]);
  });
});

describe('a hospital makes the questions its own', () => {
  test("in the southern hemisphere, by the calendar's own example, winter is in July and nothing repeats either", () => {
    const path = join(folder, 'calendar.yml');
    const example = readFileSync(path, 'utf8').match(/(?<=^# {3}).*/gm) ?? [];
    writeFileSync(path, example.join('\n'));
    const { bank } = loadContent(folder);
    const in2027 = (week: string) => bankSetFor(bank, `2027-W${week}`, '2026-W01');
    expect(['05', '09', '27', '49'].map((week) => in2027(week).theme)).toEqual([
      'newcomers',
      'late-summer',
      'winter',
      'graduation',
    ]);
    expect(['06', '35', '47'].map((week) => in2027(week).weeks)).toEqual([null, null, null]);
    expect(bank.map(({ theme }) => theme)).not.toContain('thanksgiving');
    const ids = Array.from(
      { length: 522 },
      (_, count) => bankSetFor(bank, addWeeks('2027-W01', count), '2026-W01').id,
    );
    expect(ids.filter((id, index) => ids.slice(index + 1, index + 104).includes(id))).toEqual([]);
  });

  test('a file of its own needs neither themes nor Spanish: the file is the theme, and everyone reads English', () => {
    writeFileSync(
      join(folder, 'questions/en/ours.yml'),
      '- {id: our-lake, weight: light, first: Swim?, second: Why?}\n',
    );
    const ours = loadContent(folder).bank.find(({ id }) => id === 'our-lake');
    expect(ours).toMatchObject({ theme: 'ours', weight: 'light', weeks: null });
    expect(ours === undefined ? null : saidIn(ours.words, 'es')).toEqual({ first: 'Swim?', second: 'Why?' });
  });
});
