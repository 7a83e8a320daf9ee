import { sayHalfYear, sayQuarter } from '../calendar/say.ts';
import { languages } from '../chat/language.ts';
import type { Hospital } from '../config/hospital.ts';
import { professionLines, pulseLines } from '../features/figures/group-lines.ts';
import { quarterLines, togetherLine, weekLines } from '../features/figures/lines.ts';
import { readAllFigures } from '../features/figures/read.ts';
import { wordsFor } from '../features/figures/words.ts';
import { readHospital } from '../features/program/hospital-store.ts';
import { asCsv } from '../features/report/as-csv.ts';
import { asJson } from '../features/report/as-json.ts';
import { readReleased } from '../features/report/read.ts';
import { batchLines } from '../features/tallies/lines.ts';
import { findBatches } from '../features/tallies/store.ts';
import type { Parts } from '../program/parts.ts';
import { inCallersFolder, writePages } from './figures-pages.ts';
import { OperatorError } from './operator-error.ts';
import { withParts } from './with-parts.ts';

interface Options {
  readonly html?: string;
  readonly case?: string;
  readonly csv?: true;
  readonly json?: true;
  readonly language?: string;
}

const weeksShown = 8;
const quartersShown = 4;

const operator = { language: 'en' } as const;

/** The figures as lines, or as one of: pages for those who lead the hospital, a CSV, JSON. What's released and nothing else. */
export async function showFigures(options: Options): Promise<void> {
  const pages = [options.html, options.case].filter((file) => file !== undefined);
  const ways = [pages.length > 0, options.csv, options.json].filter(Boolean);
  if (ways.length > 1)
    throw new OperatorError('--csv and --json each stand alone: give one of them, or --html and --case.');
  if (new Set(pages.map(inCallersFolder)).size < pages.length)
    throw new OperatorError('--html and --case must be two files.');
  const wanted = languageOf(options.language);
  if (wanted !== null && pages.length === 0)
    throw new OperatorError(
      '--language goes with --html or --case: the others are the same in every language.',
    );
  await withParts(async (parts, config) => {
    const hospital = await readHospital(parts.db, config.hospital);
    if (pages.length > 0)
      return writePages(parts.db, options, { language: wanted ?? hospital.language, hospital });
    if (options.csv || options.json) {
      const released = await readReleased(parts.db, hospital.smallestGroup);
      process.stdout.write(options.csv ? asCsv(released) : asJson(released));
      return;
    }
    await printFigures(parts, hospital);
  });
}

function languageOf(given: string | undefined) {
  if (given === undefined) return null;
  const language = languages.find((one) => one === given);
  if (language === undefined) throw new OperatorError(`--language must be one of ${languages.join(', ')}.`);
  return language;
}

async function printFigures({ db, clock, content }: Parts, hospital: Hospital): Promise<void> {
  const { timeZone, smallestGroup } = hospital;
  const words = wordsFor(operator);
  const { professions } = content.support.choices;
  const { drivers } = content.pulse;
  const { weeks, quarters, pulses, together } = await readAllFigures(db, {
    now: clock.now(),
    zone: timeZone,
    weeks: weeksShown,
    smallest: smallestGroup,
  });
  for (const week of weeks) print(week.week, weekLines(operator, week));
  if (weeks.length === 0) console.log(words.none);
  for (const { period, figures, smallest } of quarters.slice(0, quartersShown))
    print(words.quarter(sayQuarter(period, operator)), [
      ...quarterLines(operator, figures),
      ...professionLines(operator, figures?.professions ?? null, { professions, smallest }),
    ]);
  for (const { period, figures, smallest } of pulses.slice(0, quartersShown))
    print(
      words.pulse.quarter(sayQuarter(period, operator)),
      pulseLines(operator, figures, { drivers, smallest }),
    );
  if (together.length > 0)
    print(
      words.stillTogetherHeading,
      together.map(
        (one) => `${words.halfYear(sayHalfYear(one.halfYear, operator))}: ${togetherLine(operator, one)}`,
      ),
    );
  const support = batchLines(operator, await findBatches(db), content.support.choices.kinds);
  if (support.length > 0) print(words.support, support);
}

function print(heading: string, lines: readonly string[]): void {
  console.log([heading, ...lines].join('\n  '));
}
