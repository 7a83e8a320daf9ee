/** What's been counted and not released yet. Each name is one of `rules.ts`. */
export interface SupportSumsTable {
  name: string;
  count: number;
}

/** What has been released, frozen. */
export interface SupportBatchesTable {
  number: number;
  /** JSON. */
  figures: string;
}
