import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { loadContent } from '../src/content/content.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'buddy-pulse-'));
  cpSync(join(import.meta.dirname, '../prompts'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function replace(file: string, from: string, to: string): void {
  const source = readFileSync(join(folder, file), 'utf8');
  expect(source).toContain(from);
  writeFileSync(join(folder, file), source.replace(from, to));
}

test('what weighs is said in the hospital’s own words, in English alone or in both languages', () => {
  replace('pulse.yml', 'drivers:\n', 'drivers:\n  - id: parking\n    en: "Parking"\n');
  expect(loadContent(folder).pulse.drivers[0]).toEqual({ id: 'parking', words: { en: 'Parking' } });
});

test('who edits the list is told what is wrong with it', () => {
  replace('pulse.yml', 'id: pace', 'id: staffing');
  expect(() => loadContent(folder)).toThrow('prompts/pulse.yml, drivers: the id staffing stands twice.');
  replace('pulse.yml', 'en: "Not enough staff"', `en: "${'Not enough staff '.repeat(4)}"`);
  expect(() => loadContent(folder)).toThrow(/prompts\/pulse\.yml, line 6, staffing, en: must be 1 to 40/);
  writeFileSync(join(folder, 'pulse.yml'), 'drivers: []');
  expect(() => loadContent(folder)).toThrow(/drivers: must have at least one entry/);
});

test('no profession is called what stands for those who did not say theirs', () => {
  replace('support/professions.yml', 'id: chaplain', 'id: none');
  expect(() => loadContent(folder)).toThrow(
    'prompts/support/professions.yml, professions: the id none stands for those who say none; call it something else.',
  );
});
