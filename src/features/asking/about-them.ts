import type { Answers, Field } from '../../chat/form.ts';
import type { Reader } from '../../chat/reader.ts';
import type { Choice, Choices } from '../../content/choices.ts';
import { saidIn } from '../../content/languages.ts';
import type { ReferralContent } from '../referrals/content.ts';
import { wordsFor } from './words.ts';

/** By what a supporter fits, where it's known: none of it has to be said. */
export type AboutThem = Pick<ReferralContent, 'profession' | 'specialty' | 'unit'>;

/** A hospital that hasn't named its units isn't asked for one. */
export function aboutThemFields(reader: Reader, choices: Choices): readonly Field[] {
  const words = wordsFor(reader);
  return [
    listField(reader, 'profession', words.profession, choices.professions),
    listField(reader, 'specialty', words.specialty, choices.specialties),
    ...(choices.units.length === 0 ? [] : [listField(reader, 'unit', words.unit, choices.units)]),
  ];
}

export function listField(reader: Reader, id: string, label: string, choices: readonly Choice[]): Field {
  const options = choices.map((one) => ({ value: one.id, label: saidIn(one.words, reader.language) }));
  return { type: 'choice', id, label, optional: true, options };
}

/** What's on no list is left out. */
export function readAboutThem(answers: Answers, choices: Choices): AboutThem {
  return {
    profession: onList(answers.profession, choices.professions),
    specialty: onList(answers.specialty, choices.specialties),
    unit: onList(answers.unit, choices.units),
  };
}

export function onList(answer: Answers[string], choices: readonly Choice[]): string | null {
  return choices.find(({ id }) => id === answer)?.id ?? null;
}
