import { addWeeks, mondayOf, weekOf } from '../../calendar/iso-week.ts';
import { addDays, instantAt } from '../../calendar/local-time.ts';
import { millisecondsInDay } from '../../calendar/spans.ts';
import { wardZone } from '../steps.ts';
import type { Travel } from '../travel.ts';
import { checkIn, comeAndGo, type Life, meetAndPair, postAhead, type Stage } from './lives.ts';

export const weeksInHalfAYear = 26;

export interface HalfYearParts extends Stage {
  readonly travel: Travel;
  readonly onWeek: (week: number) => void;
}

const [tuesday, wednesday, thursday, sunday] = [1, 2, 3, 6];
const [noon, eight] = [12 * 60, 20 * 60];

/**
 * Half a year of a hospital, week by week: colleagues pair up, get their Mondays, check in or don't, pause, come back and
 * stop. All of it is done as people do it, by words and buttons, and the program does the rest. Ends on a Sunday at eight
 * in the evening; early when aborted.
 */
export async function playHalfYear(parts: HalfYearParts, signal: AbortSignal): Promise<void> {
  const { now, travel, onWeek } = parts;
  const life: Life = { ...parts, pairs: [], paused: [], settled: () => travel.catchUp(signal) };
  const first = weekOf(now(), wardZone);
  for (let week = 1; week <= weeksInHalfAYear && !signal.aborted; week += 1) {
    onWeek(week);
    const monday = mondayOf(addWeeks(first, week - 1));
    const goTo = (weekday: number, minute: number) =>
      travel.goTo(instantAt(addDays(monday, weekday), minute, wardZone), signal, millisecondsInDay);
    await goTo(tuesday, noon);
    await checkIn(life, 0.45);
    await goTo(wednesday, noon);
    await meetAndPair(life, week / weeksInHalfAYear);
    await comeAndGo(life);
    await goTo(thursday, noon);
    await checkIn(life, 0.3);
    await goTo(sunday, eight);
    await postAhead(life, week);
  }
}
