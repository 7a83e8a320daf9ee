import { isWeekAction } from './rules.ts';
import type { AuditEntry } from './store.ts';

/** What someone did in one go: an entry, and where it's about weeks all of these, the first one first. */
export interface Deed {
  readonly entry: AuditEntry;
  readonly weeks: readonly string[];
}

/** Half a year of questions posted at once is one thing done, and stands as one: else nothing before it would be seen. */
export function together(entries: readonly AuditEntry[]): readonly Deed[] {
  const deeds: Deed[] = [];
  for (const entry of entries) {
    const last = deeds.at(-1);
    const weeks = isWeekAction(entry.action) ? [entry.about] : [];
    if (last === undefined || !isSame(last.entry, entry)) deeds.push({ entry, weeks });
    else deeds.splice(-1, 1, { entry, weeks: [...last.weeks, ...weeks].toSorted() });
  }
  return deeds;
}

/** Two weeks that changed places are two entries: which ones they were matters. */
function isSame(one: AuditEntry, other: AuditEntry): boolean {
  const isOfWeeks = isWeekAction(other.action) && other.action !== 'moved';
  return isOfWeeks && one.action === other.action && one.at === other.at && one.by === other.by;
}
