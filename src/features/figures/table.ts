/** Figures as everyone is shown them, for good. What was withheld stands nowhere in them. */
export interface ReleasesTable {
  /** A `ReleaseKind`. */
  kind: string;
  /** An ISO week, a quarter (`2026-Q4`) or a half-year (`2026-H2`). */
  period: string;
  /** `Figures` as JSON. */
  figures: string;
  /** The smallest group that they may speak of. */
  smallest: number;
}
