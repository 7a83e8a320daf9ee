/** A line that someone of this hospital has looked up. Not who: what counts is that it answers. */
export interface VerifiedLinesTable {
  line_id: string;
  /** Of how it's reached and when it's open, as they were looked up. */
  said_then: string;
  verified_at: number;
}

/** A line of the hospital's own, added from chat. Empty where nothing was written. */
export interface HospitalLinesTable {
  id: string;
  name: string;
  /** As `readReach` has it. */
  reach: string;
  hours: string;
  who: string;
  name_es: string;
  hours_es: string;
  who_es: string;
  added_at: number;
  /** When it was added or changed last: it counts as looked up then. */
  edited_at: number;
}
