import type { InferOutput } from 'valibot';
import type { Said } from './languages.ts';
import { repeated } from './repeated.ts';
import type { bankFile, calendarFile, translatedFile } from './shapes.ts';

/** A Monday's two questions, as they're said in one language. */
export interface Questions {
  readonly first: string;
  readonly second: string;
}

/** Two questions for a week. With `weeks` (ISO week numbers) it belongs to a moment of the year: the season is its theme. */
export interface BankSet {
  readonly id: string;
  readonly theme: string;
  /** How much its second question asks of someone. */
  readonly weight: 'light' | 'middling' | 'heavy';
  readonly weeks: readonly number[] | null;
  readonly words: Said<Questions>;
}

type EnglishSets = InferOutput<typeof bankFile>;
type TranslatedSets = InferOutput<typeof translatedFile>;
type Seasons = InferOutput<typeof calendarFile>['seasons'];

/** Two years of Mondays without asking the same again. */
const setsNeeded = 104;

/** A season that a hospital doesn't have is left out, with its sets. */
export function makeBank(english: EnglishSets, spanish: TranslatedSets, seasons: Seasons): BankSet[] {
  const inSpanish = new Map(spanish.map(({ id, first, second }) => [id, { first, second }]));
  return english
    .map(({ id, theme = '', weight, weeks, first, second }): BankSet => {
      const es = inSpanish.get(id);
      const words = { en: { first, second }, ...(es === undefined ? {} : { es }) };
      return { id, theme, weight, weeks: weeks === undefined ? null : (seasons[theme] ?? weeks), words };
    })
    .filter(({ weeks }) => weeks === null || weeks.length > 0);
}

/** Whatever is wrong between sets, each of which is right on its own. `bank` is what `makeBank` made of the others. */
export function bankFaults(
  bank: readonly BankSet[],
  {
    english,
    spanish,
    seasons,
    retired,
  }: {
    readonly english: EnglishSets;
    readonly spanish: TranslatedSets;
    readonly seasons: Seasons;
    readonly retired: readonly string[];
  },
): string[] {
  const ids = english.map(({ id }) => id);
  const themes = new Set(english.flatMap(({ theme = '', weeks }) => (weeks === undefined ? [] : [theme])));
  const anyWeek = bank.filter(({ weeks }) => weeks === null).length;
  return [
    ...repeated(ids).map((id) => `prompts/questions: the id ${id} stands twice.`),
    ...ids
      .filter((id) => retired.includes(id))
      .map(
        (id) =>
          `prompts/questions: the id ${id} is retired: it stands beside weeks that asked it. Give the set another.`,
      ),
    ...repeated(english.flatMap(({ first, second }) => [first, second])).map(
      (text) => `prompts/questions: this question stands twice: ${text}`,
    ),
    ...translationFaults(english, spanish),
    ...Object.keys(seasons)
      .filter((theme) => !themes.has(theme))
      .map((theme) => `prompts/calendar.yml: no set with weeks has the theme ${theme}.`),
    ...seasonFaults(bank.filter(isSeasonal)),
    ...(anyWeek < setsNeeded
      ? [`prompts/questions: ${anyWeek} sets may be asked in any week; at least ${setsNeeded} are needed.`]
      : []),
  ];
}

function translationFaults(english: EnglishSets, spanish: TranslatedSets): string[] {
  const weights = new Map(english.map(({ id, weight }) => [id, weight]));
  return [
    ...spanish
      .filter(({ id }) => !weights.has(id))
      .map(({ id }) => `prompts/questions/es: ${id} has no set in English.`),
    ...repeated(spanish.map(({ id }) => id)).map((id) => `prompts/questions/es: the id ${id} stands twice.`),
    ...spanish
      .filter(({ id, weight }) => weights.has(id) && weights.get(id) !== weight)
      .map(({ id }) => `prompts/questions/es: ${id} has another weight than in English.`),
  ];
}

type SeasonalSet = BankSet & { readonly weeks: readonly number[] };

function isSeasonal(set: BankSet): set is SeasonalSet {
  return set.weeks !== null;
}

/** A theme has its weeks alone, and none of its sets is heavy, so that it may stand beside whatever comes around it. */
function seasonFaults(seasonal: readonly SeasonalSet[]): string[] {
  const faults = new Set<string>();
  const themeOf = new Map<number, string>();
  const weeksOf = new Map<string, string>();
  for (const { id, theme, weight, weeks } of seasonal) {
    if (weight === 'heavy')
      faults.add(`prompts/questions: ${id} is heavy; a set that has its weeks must be light or middling.`);
    if ((weeksOf.get(theme) ?? String(weeks)) !== String(weeks))
      faults.add(`prompts/questions: ${id} has other weeks than the rest of its theme, ${theme}.`);
    weeksOf.set(theme, String(weeks));
    for (const week of weeks) {
      const other = themeOf.get(week) ?? theme;
      if (other !== theme) faults.add(`prompts: week ${week} belongs to two themes, ${other} and ${theme}.`);
      themeOf.set(week, other);
    }
  }
  return [...faults];
}
