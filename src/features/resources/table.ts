/** A line that someone of this hospital has looked up. Not who: what counts is that it answers. */
export interface VerifiedLinesTable {
  line_id: string;
  /** Of how it's reached and when it's open, as they were looked up. */
  said_then: string;
  verified_at: number;
}
