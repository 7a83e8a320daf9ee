import { millisecondsInHour, millisecondsInMinute } from '../../calendar/spans.ts';
import type { Platform } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import { findHeard, saveHeard } from './heard-store.ts';

/** What this process has heard, and since when it listens. Nothing is kept of who it was or what they said. */
export interface Hearing {
  /** Something came in. */
  heard(platform: Platform, now: number): void;
  /** When something last came in there, by all processes; time in which none was up doesn't count. Writes it down at times. */
  lastHeard(db: Executor, platform: Platform, now: number): Promise<number>;
  /** When this process first looked there. */
  upSince(platform: Platform): number | null;
}

/** Written down no more often than that while nothing comes in. */
const writtenEveryMs = 5 * millisecondsInMinute;

/** No process was up where nobody wrote it down for so long. */
const awayAfterMs = 2 * writtenEveryMs;

export function createHearing(): Hearing {
  const last = new Map<Platform, number>();
  const since = new Map<Platform, number>();
  return {
    // By the hour: when exactly someone did something is nobody's business.
    heard: (platform, now) => void last.set(platform, now - (now % millisecondsInHour)),
    async lastHeard(db, platform, now) {
      const was = (await findHeard(db)).get(platform) ?? null;
      const isFirstLook = !since.has(platform);
      if (isFirstLook) since.set(platform, now);
      const away = was === null || !isFirstLook ? 0 : now - was.watchedAt;
      const before = was === null ? now : was.heardAt + (away > awayAfterMs ? away : 0);
      const heardAt = Math.max(before, last.get(platform) ?? before);
      const isNews = was === null || heardAt !== was.heardAt || now - was.watchedAt >= writtenEveryMs;
      if (isNews) await saveHeard(db, platform, was, { heardAt, watchedAt: now });
      return heardAt;
    },
    upSince: (platform) => since.get(platform) ?? null,
  };
}
