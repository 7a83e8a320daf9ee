import type { Quarter } from '../../calendar/periods.ts';

/** Who has been told what the pulse is, and asked. Nothing here says whether they answered. */
export interface PulseAskedTable {
  member_id: string;
  told_at: number;
  /** The last quarter in which they were asked; null before the first. */
  quarter: Quarter | null;
}

/** A pulse that isn't released yet, with the secret that its tokens are sealed with. */
export interface PulsesTable {
  quarter: Quarter;
  secret: string;
}

/** Tokens that have been spent, each for one question. Nothing says when, or on what. */
export interface PulseSpentTable {
  fingerprint: string;
  quarter: Quarter;
}

/** How often each answer was tapped. Every answer of a question stands here from the first tap on. */
export interface PulseCountsTable {
  quarter: Quarter;
  question: 'feeling' | 'weighs';
  /** A step of `rules.ts`, or the id of a driver of the hospital's list. */
  answer: string;
  count: number;
}
