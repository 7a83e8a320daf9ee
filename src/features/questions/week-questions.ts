import type { Selectable } from 'kysely';
import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { BankSet, Questions } from '../../content/bank.ts';
import type { Deeper } from './deeper.ts';
import type { QuestionSetsTable } from './table.ts';

/** What a week asks, as far as it is known now; from `frozenAt` on (epoch milliseconds) for good. */
export interface WeekQuestions {
  readonly week: IsoWeek;
  /** `none`: the week has no nudge, and the texts are empty. */
  readonly source: QuestionSetsTable['source'];
  /** The bank's set, by which the same questions are found in another language; null where it is not the bank that asks. */
  readonly setId: string | null;
  readonly first: string;
  readonly second: string;
  /** Null where they're in English alone. Read by `askedIn`. */
  readonly inSpanish: Questions | null;
  readonly note: string;
  /** Beside the two questions, once the week is frozen; null for most weeks. */
  readonly deeper: Deeper | null;
  readonly frozenAt: number | null;
}

/** A week that nothing was written of yet. */
export function askedByBank({ id, words }: BankSet, week: IsoWeek): WeekQuestions {
  return {
    week,
    source: 'bank',
    setId: id,
    ...words.en,
    inSpanish: words.es ?? null,
    note: '',
    deeper: null,
    frozenAt: null,
  };
}

/** A row, with the bank for what rows of before there was Spanish lack. */
export function asWritten(row: Selectable<QuestionSetsTable>, bank: readonly BankSet[]): WeekQuestions {
  const { week, source, first, second, note, frozen_at: frozenAt } = row;
  if (source === 'none')
    return {
      week,
      source,
      setId: null,
      first: '',
      second: '',
      inSpanish: null,
      note: '',
      deeper: null,
      frozenAt,
    };
  const setId = source === 'bank' ? setIdOf(row, bank) : null;
  const inSpanish = writtenInSpanish(row) ?? bank.find(({ id }) => id === setId)?.words.es ?? null;
  return { week, source, setId, first, second, inSpanish, note, deeper: deeperIn(row), frozenAt };
}

/** The columns of both questions in Spanish. */
export function spanishOf({ inSpanish }: Pick<WeekQuestions, 'inSpanish'>) {
  return { first_es: inSpanish?.first ?? null, second_es: inSpanish?.second ?? null };
}

/** The columns of what's there for those with more time. */
export function deeperColumns(deeper: Deeper | null) {
  if (deeper === null) return nothingDeeper;
  const words = deeper.type === 'question' ? deeper.words : null;
  return {
    deeper: deeper.type,
    deeper_question: words?.en ?? null,
    deeper_question_es: words?.es ?? null,
  };
}

function deeperIn(row: Selectable<QuestionSetsTable>): Deeper | null {
  const { deeper: type, deeper_question: en, deeper_question_es: es } = row;
  if (type !== 'question') return type === null ? null : { type };
  return en === null ? null : { type, words: es === null ? { en } : { en, es } };
}

function writtenInSpanish({ first_es: first, second_es: second }: Selectable<QuestionSetsTable>) {
  return first === null || second === null ? null : { first, second };
}

/** Weeks that were frozen before sets were noted are found by their words: no question stands in the bank twice. */
function setIdOf({ set_id, first, second }: Selectable<QuestionSetsTable>, bank: readonly BankSet[]) {
  if (set_id !== null) return set_id;
  return bank.find(({ words: { en } }) => en.first === first || en.second === second)?.id ?? null;
}

export const inEnglishAlone = { first_es: null, second_es: null } as const;

export const nothingDeeper = { deeper: null, deeper_question: null, deeper_question_es: null } as const;
