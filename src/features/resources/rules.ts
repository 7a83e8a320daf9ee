import { addDays, type CalendarDay, instantAt, localDay } from '../../calendar/local-time.ts';
import type { Opening, Resource } from '../../content/resources.ts';
import { weekdays } from '../../content/shapes.ts';

/** Whether a line answers at an instant; of one that doesn't, when it does again. */
export type Answering =
  | { readonly now: true }
  | { readonly now: false; readonly opensAt: number }
  /** Nobody has written down when it's open, other than in words. */
  | { readonly now: null };

/** `now` in epoch milliseconds. The line's own clock counts, over its DST too. */
export function answering({ open }: Pick<Resource, 'open'>, now: number): Answering {
  if (open === null) return { now: null };
  if (open === 'always') return { now: true };
  const today = localDay(now, open.zone);
  // What opened yesterday may be open until this morning; within a week each day comes that it opens on.
  const spans = Array.from({ length: 9 }, (_, count) => spanOf(open, addDays(today, count - 1))).filter(
    (span) => span !== null,
  );
  if (spans.some(({ from, to }) => from <= now && now < to)) return { now: true };
  const opensAt = spans.find(({ from }) => from > now)?.from;
  return opensAt === undefined ? { now: null } : { now: false, opensAt };
}

/** Those that are closed now come after the others, each group in the order of the file. */
export function answeringFirst(resources: readonly Resource[], now: number): readonly Resource[] {
  const isClosed = (resource: Resource) => answering(resource, now).now === false;
  return [...resources.filter((one) => !isClosed(one)), ...resources.filter(isClosed)];
}

/** From when to when a line is open that opens on this day; null when it doesn't. */
function spanOf({ zone, days, from, to }: Opening, day: CalendarDay): { from: number; to: number } | null {
  const weekday = weekdays[(new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay() + 6) % 7];
  if (weekday === undefined || !days.includes(weekday)) return null;
  const lastDay = to > from ? day : addDays(day, 1);
  return { from: instantAt(day, minuteOf(from), zone), to: instantAt(lastDay, minuteOf(to), zone) };
}

/** "08:30" is 510. */
function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return 60 * hours + minutes;
}
