import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { GenericSchema } from 'valibot';
import { type BankSet, bankFaults, makeBank } from './bank.ts';
import { languageFaults } from './by-language.ts';
import { choicesFaults } from './choices.ts';
import { type DeeperQuestion, deeperFaults, makeDeeper } from './deeper.ts';
import { type Guide, makeGuides } from './guides.ts';
import { type LaunchText, launchFaults, launchFile, makeLaunch } from './launch.ts';
import { legalFaults, makeLegal } from './legal.ts';
import { type PulseMaterial, pulseFaults, pulseFile } from './pulse.ts';
import { readYaml } from './read-yaml.ts';
import { makeResources, type Resource, resourceFaults } from './resources.ts';
import * as shapes from './shapes.ts';
import { strangers } from './strangers.ts';
import { makeSupport, type SupportMaterial } from './support.ts';
import { choicesFile, legalFile, readyWordsFile } from './support-shapes.ts';
import { type OwnWords, readWords } from './word-files.ts';

/** What clinicians read and administrators may edit, from `prompts/`: data, not code. */
export interface Content {
  readonly bank: readonly BankSet[];
  readonly deeper: readonly DeeperQuestion[];
  readonly guides: readonly Guide[];
  readonly resources: readonly Resource[];
  readonly support: SupportMaterial;
  readonly pulse: PulseMaterial;
  readonly launch: readonly LaunchText[];
  readonly words: OwnWords;
}

/** A file under `prompts/` that can't be used; the message names the file and the place in it. */
export class ContentFault extends Error {
  override readonly name = 'ContentFault';
}

/** Reads and checks everything under `folder`. Throws ContentFault with one line for each fault. */
export function loadContent(folder: string): Content {
  const faults: string[] = [];
  const known = new Set<string>();
  const read = <T>(file: string, shape: GenericSchema<unknown, T>): T | null => {
    known.add(file);
    const result = readYaml(folder, file, shape);
    if (result.ok) return result.value;
    faults.push(...result.faults);
    return null;
  };
  const readAll = <T>(below: string, shape: GenericSchema<unknown, T>): { file: string; value: T }[] => {
    if (!existsSync(join(folder, below))) {
      faults.push(`prompts/${below}: is missing`);
      return [];
    }
    return yamlFiles(join(folder, below)).flatMap((file) => {
      const value = read(`${below}/${file}`, shape);
      return value === null ? [] : [{ file: basename(file, '.yml'), value }];
    });
  };

  const english = readAll('questions/en', shapes.bankFile).flatMap(({ file, value }) =>
    value.map((set) => ({ ...set, theme: set.theme ?? file })),
  );
  const spanish = readAll('questions/es', shapes.translatedFile).flatMap(({ value }) => value);
  const retired = read('questions/retired.yml', shapes.retiredFile) ?? [];
  const { seasons } = read('calendar.yml', shapes.calendarFile) ?? { seasons: {} };
  const deeper = {
    en: read('deeper/en.yml', shapes.deeperFile) ?? [],
    es: read('deeper/es.yml', shapes.deeperFile) ?? [],
  };
  const guides = {
    en: readAll('guides/en', shapes.guide).map(({ value }) => value),
    es: readAll('guides/es', shapes.guide).map(({ value }) => value),
  };
  const support = {
    en: readAll('support/en', shapes.supportText).map(({ value }) => value),
    es: readAll('support/es', shapes.supportText).map(({ value }) => value),
  };
  const rolePlays = {
    en: read('role-plays/en.yml', shapes.rolePlayFile) ?? [],
    es: read('role-plays/es.yml', shapes.rolePlayFile) ?? [],
  };
  const launch = {
    en: readAll('launch/en', launchFile).map(({ value }) => value),
    es: readAll('launch/es', launchFile).map(({ value }) => value),
  };
  const choices = read('support/professions.yml', choicesFile);
  const readyWords = read('support/ready-words.yml', readyWordsFile);
  const legal = read('support/legal.yml', legalFile);
  const pulse = read('pulse.yml', pulseFile);
  const listed = read('resources.yml', shapes.resourcesFile)?.resources ?? [];
  const words = {
    en: readWords(folder, 'en', read, shapes.wordsFile),
    es: readWords(folder, 'es', read, shapes.wordsFile),
  };
  faults.push(...strangers(folder, known));
  const bank = makeBank(english, spanish, seasons);
  // What's wrong between files can only be told once each of them is right.
  if (faults.length === 0)
    faults.push(
      ...bankFaults(bank, { english, spanish, seasons, retired }),
      ...languageFaults('deeper', deeper),
      ...deeperFaults(deeper),
      ...languageFaults('guides', guides),
      ...languageFaults('support', support),
      ...languageFaults('role-plays', rolePlays),
      ...languageFaults('launch', launch),
      ...launchFaults(launch),
      ...(choices === null ? [] : choicesFaults(choices)),
      ...(legal === null ? [] : legalFaults(legal)),
      ...(pulse === null ? [] : pulseFaults(pulse)),
      ...resourceFaults(listed),
    );
  if (faults.length > 0 || choices === null || readyWords === null || legal === null || pulse === null)
    throw new ContentFault(faults.join('\n'));
  return {
    bank,
    deeper: makeDeeper(deeper),
    guides: makeGuides(guides),
    resources: makeResources(listed),
    support: { ...makeSupport(support, rolePlays), choices, readyWords, legal: makeLegal(legal) },
    pulse,
    launch: makeLaunch(launch),
    words,
  };
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml') && !name.startsWith('.'))
    .sort();
}
