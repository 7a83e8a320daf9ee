import { type IsoWeek, mondayOf } from './iso-week.ts';
import { dayText, localDay } from './local-time.ts';

/** An instant for a copy to take away: ISO 8601, UTC. */
export function iso(instant: number): string {
  return new Date(instant).toISOString();
}

export function isoOrNull(instant: number | null): string | null {
  return instant === null ? null : iso(instant);
}

/** The day of an instant where someone is, as `2026-11-30`. */
export function dayOf(instant: number, { timeZone }: { readonly timeZone: string }): string {
  return dayText(localDay(instant, timeZone));
}

export function mondayText(week: IsoWeek): string {
  return dayText(mondayOf(week));
}
