import type { IsoWeek } from '../../calendar/iso-week.ts';

/** What a week asks, where it was decided: posted by an administrator, frozen from the bank, or no nudge at all. */
export interface QuestionSetsTable {
  week: IsoWeek;
  source: 'posted' | 'bank' | 'none';
  /** The set's id where the bank asks; null for what was posted, and in rows of before there were ids. */
  set_id: string | null;
  /** As it was frozen: from the bank, what its set said then. */
  first: string;
  second: string;
  /** The same in Spanish: both, or null. In rows of before there was Spanish, the bank's are found by the set. */
  first_es: string | null;
  second_es: string | null;
  /** An optional line by the administrator. */
  note: string;
  /** What else the Monday has for those with more time; with its words, where that's a question. */
  deeper: 'question' | 'long' | null;
  deeper_question: string | null;
  deeper_question_es: string | null;
  /** When the week's first nudge was planned; from then on nothing changes. */
  frozen_at: number | null;
}
