import type { Step } from '../../adapters/playground/backstage.ts';
import { addDays, type CalendarDay, instantAt, localDay, localMinute } from '../calendar/local-time.ts';
import { firstWeekAfter, nudgeInstant } from '../calendar/monday.ts';
import { millisecondsInHour } from '../calendar/spans.ts';

/** Where most of the ward is. */
export const wardZone = 'America/New_York';

const nine = 9 * 60;
const ten = 10 * 60;
const wednesday = 3;

/** The ward begins on a Wednesday at ten, the last one there was: its first Monday is a few steps ahead. */
export function startOfWard(realNow: number): number {
  let day = localDay(realNow, wardZone);
  while (weekdayOf(day) !== wednesday || instantAt(day, ten, wardZone) > realNow) day = addDays(day, -1);
  return instantAt(day, ten, wardZone);
}

/** Always later than `now` (both in epoch milliseconds). */
export function instantOf(step: Step, now: number, zone: string): number {
  switch (step) {
    case 'hour':
      return now + millisecondsInHour;
    case 'tomorrow':
      return daysLater(now, 1, zone);
    case 'week':
      return daysLater(now, 7, zone);
    case 'monday':
      return nudgeInstant(firstWeekAfter(now, nine, zone), nine, zone);
    default:
      return unknownStep(step);
  }
}

/** At the same time of day. */
function daysLater(now: number, days: number, zone: string): number {
  return instantAt(addDays(localDay(now, zone), days), localMinute(now, zone), zone);
}

function weekdayOf({ year, month, day }: CalendarDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

function unknownStep(step: never): never {
  throw new Error(`The clock has no step ${JSON.stringify(step)}`);
}
