import * as v from 'valibot';
import { eventKinds } from './event-kinds.ts';
import { address, anyText, day, id, list, mapping, text } from './shape-parts.ts';

const said = (most: number) => mapping({ en: text(most), es: v.optional(text(most)) });

/** As many as one can choose from in a form of Slack. */
const mostChoices = 100;

const words = { en: text(75), es: v.optional(text(75)) };

const choice = v.pipe(mapping({ id, ...words }), v.transform(withWords));

const kind = v.pipe(
  mapping({ id: v.picklist(eventKinds, `must be one of ${eventKinds.join(', ')}`), ...words }),
  v.transform(withWords),
);

const choices = v.pipe(
  v.array(choice, 'must be a list'),
  v.maxLength(mostChoices, `must have at most ${mostChoices} entries`),
);

const someChoices = v.pipe(choices, v.minLength(1, 'must have at least one entry'));

export const choicesFile = mapping({
  professions: someChoices,
  specialties: someChoices,
  ranks: someChoices,
  kinds: list(kind),
  languages: someChoices,
  units: choices,
});

const readyWord = said(600);

export const readyWordsFile = mapping({
  'first-try': readyWord,
  'second-try': readyWord,
  voicemail: readyWord,
  'after-no': readyWord,
});

export const legalFile = mapping({
  unchecked: said(150),
  notes: v.array(
    mapping({
      id,
      jurisdiction: said(75),
      protects: said(600),
      source: text(300),
      url: v.optional(address),
      date: day,
      signed_off_by: v.pipe(anyText, v.trim(), v.maxLength(100, 'must be at most 100 characters long')),
    }),
    'must be a list',
  ),
});

export function withWords<Id extends string>({
  id: own,
  en,
  es,
}: {
  readonly id: Id;
  readonly en: string;
  readonly es?: string | undefined;
}) {
  return { id: own, words: { en, ...(es === undefined ? {} : { es }) } };
}
