import type { Language } from '../../chat/language.ts';
import type { Questions } from '../../content/bank.ts';
import type { WeekQuestions } from './week-questions.ts';

/** A week's questions as they're read in a language; in English where there's no other. */
export function askedIn(
  { first, second, inSpanish }: Pick<WeekQuestions, 'first' | 'second' | 'inSpanish'>,
  language: Language,
): Questions {
  return language === 'es' && inSpanish !== null ? inSpanish : { first, second };
}
