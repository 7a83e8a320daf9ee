import { addWeeks, type IsoWeek, parseIsoWeek } from '../../calendar/iso-week.ts';
import { millisecondsInDay } from '../../calendar/spans.ts';

/** At most so many times a day one buddy asks the same other for a check-in. */
export const mostReaches = 3;
export const reachesWithinMs = millisecondsInDay;

/** Acknowledgements are folded into sums after so many weeks; until then a week can still be acknowledged. */
export const weeksKept = 8;

/** What a "We checked in" button is about: one pair, one ISO week. */
export function acknowledgementText(pairId: string, week: IsoWeek): string {
  return `${pairId}/${week}`;
}

/** Reads what `acknowledgementText` wrote; null for anything else. */
export function readAcknowledgement(about: string): { pairId: string; week: IsoWeek } | null {
  const [pairId = '', weekText = ''] = about.split('/');
  const week = parseIsoWeek(weekText);
  return pairId === '' || week === null ? null : { pairId, week };
}

/** Not so old that its acknowledgements are sums by now. A buddy further east may be a week ahead. */
export function canBeAcknowledged(week: IsoWeek, thisWeek: IsoWeek): boolean {
  return week >= addWeeks(thisWeek, -weeksKept) && week <= addWeeks(thisWeek, 1);
}
