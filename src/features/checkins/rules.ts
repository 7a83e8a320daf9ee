import { millisecondsInDay } from 'date-fns/constants';
import { addWeeks, type IsoWeek, parseIsoWeek } from '../../calendar/iso-week.ts';

/** At most so many times a day one buddy asks the same other for a check-in. */
export const mostReaches = 3;
export const reachesWithinMs = millisecondsInDay;

/** Acknowledgements are folded into sums after so many weeks; until then a week can still be acknowledged. */
export const weeksKept = 8;

/** What a "We checked in" button is about: one pair, one ISO week. */
export function acknowledgementText(pairId: string, week: IsoWeek): string {
  return `${pairId}/${week}`;
}

/** Reads what `acknowledgementText` wrote; null for anything else, and for a week that is too old or yet to come. */
export function readAcknowledgement(
  about: string,
  thisWeek: IsoWeek,
): { pairId: string; week: IsoWeek } | null {
  const [pairId = '', weekText = ''] = about.split('/');
  const week = parseIsoWeek(weekText);
  if (pairId === '' || week === null) return null;
  if (week > addWeeks(thisWeek, 1) || week < addWeeks(thisWeek, -weeksKept)) return null;
  return { pairId, week };
}
