import type { IsoWeek } from '../../calendar/iso-week.ts';

/** "We checked in", by one of a pair, for one week. Folded into sums after eight weeks. */
export interface AcknowledgementsTable {
  pair_id: string;
  member_id: string;
  week: IsoWeek;
  acknowledged_at: number;
}

export interface CheckinSumsTable {
  week: IsoWeek;
  pairs: number;
  /** How many different people these pairs are made of, or fewer: small sums are withheld by this number. */
  people: number;
  acknowledgements: number;
}

/** A member asked a buddy for a check-in. Kept for a day, to hold it to a few. */
export interface ReachesTable {
  id: string;
  pair_id: string;
  member_id: string;
  reached_at: number;
}
