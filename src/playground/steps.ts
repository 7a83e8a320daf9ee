import type { Step } from '../../adapters/playground/backstage.ts';
import { addWeeks, type IsoWeek, weekOf } from '../calendar/iso-week.ts';
import { addDays, type CalendarDay, instantAt, localDay, localMinute } from '../calendar/local-time.ts';
import { firstWeekAfter, nudgeInstant } from '../calendar/monday.ts';
import { millisecondsInHour } from '../calendar/spans.ts';

/** Where most of the ward is. */
export const wardZone = 'America/New_York';

const nine = 9 * 60;
const ten = 10 * 60;
const wednesday = 3;

/** So far back a light week is looked for; without one, the last Wednesday has to do. */
const mostWeeksBack = 26;

/** The ward begins on a Wednesday at ten: the last one after which the first Monday comes with light questions. */
export function startOfWard(realNow: number, isLight: (week: IsoWeek) => boolean): number {
  let last = localDay(realNow, wardZone);
  while (weekdayOf(last) !== wednesday || instantAt(last, ten, wardZone) > realNow) last = addDays(last, -1);
  const wednesdays = Array.from({ length: mostWeeksBack }, (_, back) =>
    instantAt(addDays(last, -7 * back), ten, wardZone),
  );
  return (
    wednesdays.find((start) => isLight(addWeeks(weekOf(start, wardZone), 1))) ?? wednesdays[0] ?? realNow
  );
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
