/** What's been counted and not released yet: sealed, as who compares two copies would read what became of one colleague. */
export interface SupportSumsTable {
  id: string;
  /** With which key `sealed` opens. */
  key_id: string;
  /** Counts by name, JSON, always of the same length. Each name is one of `rules.ts`. */
  sealed: string;
}

/** What has been released, frozen. */
export interface SupportBatchesTable {
  number: number;
  /** JSON. */
  figures: string;
}
