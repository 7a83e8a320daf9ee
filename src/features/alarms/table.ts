import type { Platform } from '../../chat/person.ts';

/** Something that administrators should know, as long as it's so. Nobody is named in it, and nobody counted. */
export interface AlarmsTable {
  /** What it is, and on which platform: `refused:slack`. */
  matter: string;
  /** Of this occurrence: the messages about it are found by it. */
  id: string;
  since: number;
  /** When it was last found to be so. */
  seen_at: number;
  /** When it was certain: from then on the numbers tell it. */
  raised_at: number | null;
  /** When the first administrator was written to; null while none could be. */
  told_at: number | null;
}

/** When something last came in from a platform, no matter who from. */
export interface PlatformsHeardTable {
  platform: Platform;
  heard_at: number;
  /** When Buddy was last up to hear something. */
  watched_at: number;
}
