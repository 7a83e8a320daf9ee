/** Two members who chose each other. `first_member_id` sorts before `second_member_id`. */
export interface PairsTable {
  id: string;
  first_member_id: string;
  second_member_id: string;
  started_at: number;
  ended_at: number | null;
}

/**
 * What became of pairs, as sums that hang on nobody. By quarter: how many began by an invitation or a code, and how many
 * `ended`. By the half-year in which they began: the same, and how many ended before 3, then 6, then 12 months.
 */
export interface PairSumsTable {
  /** A quarter or a half-year. */
  period: string;
  event: PairEvent | 'counted-in-part';
  count: number;
}

export type PairEvent = PairOrigin | 'ended' | `ended-${3 | 6 | 12}`;

/** By what two became buddies. */
export type PairOrigin = 'invitation' | 'code';
