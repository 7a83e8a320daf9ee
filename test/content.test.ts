import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ContentFault, loadContent } from '../src/content/content.ts';

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

  test('which file is missing, or cannot be read', () => {
    rmSync(join(folder, 'resources.yml'));
    mkdirSync(join(folder, 'guides/en/folder.yml'));
    expect(faults()).toEqual([
      'prompts/guides/en/folder.yml: cannot be read (EISDIR), since it is a folder',
      'prompts/resources.yml: is missing',
    ]);
    rmSync(join(folder, 'guides'), { recursive: true });
    expect(faults()[0]).toBe('prompts/guides/en: is missing');
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
    const belongs =
      'is not read. Only resources.yml, and files that end in .yml in questions/en and guides/en, are: move it there, or away.';
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

  test('every fault at once, with the file and the place in it', () => {
    const long = 'x'.repeat(301);
    writeFileSync(
      join(folder, 'questions/en/new.yml'),
      `- {id: Not This, first: "  ", second: ${long}, weeks: []}\n- {id: new, first: 7, weeks: [0, 1.5, 54], weks: 3}\n`,
    );
    writeFileSync(join(folder, 'questions/en/other.yml'), 'id: alone\n');
    writeFileSync(join(folder, 'guides/en/new.yml'), '- a list\n');
    expect(faults()).toEqual([
      'prompts/questions/en/new.yml, 0.id: must be lower-case words joined by hyphens',
      'prompts/questions/en/new.yml, 0.first: must be 1 to 300 characters long',
      'prompts/questions/en/new.yml, 0.second: must be 1 to 300 characters long',
      'prompts/questions/en/new.yml, 0.weeks: must have at least one entry',
      'prompts/questions/en/new.yml, 1.first: must be text; in quotation marks it always is',
      'prompts/questions/en/new.yml, 1.second: is missing',
      'prompts/questions/en/new.yml, 1.weeks.0: must be at least 1',
      'prompts/questions/en/new.yml, 1.weeks.1: must be a whole number',
      'prompts/questions/en/new.yml, 1.weeks.2: must be at most 53',
      'prompts/questions/en/new.yml, 1.weks: is not a name that can stand here',
      'prompts/questions/en/other.yml: must be a list',
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

  test('what stands twice', () => {
    add('questions/en/everyday.yml', '- {id: eaten-sitting-down, first: New one?, second: New one?}\n');
    expect(faults()).toEqual([
      'prompts/questions: the id eaten-sitting-down stands twice.',
      'prompts/questions: this question stands twice: New one?',
    ]);
  });
});
