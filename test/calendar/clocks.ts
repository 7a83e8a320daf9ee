/**
 * What clocks on the wall show, asked of Intl.DateTimeFormat field by field: the independent witness for src/calendar,
 * which reads offsets instead.
 */

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
export const MINUTE = 60_000;

export const ZONES: readonly string[] = [...Intl.supportedValuesOf('timeZone'), 'UTC'];

const formatters = new Map<string, Intl.DateTimeFormat>();

export interface Wall {
  readonly weekday: string;
  /** The local date and time as if it were UTC, epoch milliseconds. */
  readonly time: number;
}

export function wallAt(instant: number, zone: string): Wall {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(zone, formatter);
  }
  const text = formatter.format(instant);
  const match = /^(\w{3}), (\d\d)\/(\d\d)\/(\d{4}), (\d\d):(\d\d):(\d\d)$/.exec(text);
  if (match === null) throw new Error(`unexpected format: ${text}`);
  const [, weekday = '', month, day, year, hour, minute, second] = match;
  const time = Date.UTC(+`${year}`, +`${month}` - 1, +`${day}`, +`${hour}`, +`${minute}`, +`${second}`);
  return { weekday, time: time + (((instant % 1000) + 1000) % 1000) };
}

/** How far the wall clock is ahead of UTC, in milliseconds. */
export function aheadAt(instant: number, zone: string): number {
  return wallAt(instant, zone).time - instant;
}

/** All instants at which clocks show `time` (as in Wall), earliest first: none in a gap, two in a fold. */
export function instantsShowing(time: number, zone: string): number[] {
  const offsets = new Set([-26, -13, 0, 13, 26].map((hours) => aheadAt(time + hours * HOUR, zone)));
  return [...offsets]
    .map((offset) => time - offset)
    .filter((instant) => wallAt(instant, zone).time === time)
    .sort((one, other) => one - other);
}

export interface Change {
  readonly zone: string;
  /** The first instant of the new offset. */
  readonly instant: number;
  readonly before: number;
  readonly after: number;
}

/** Every change of a zone's offset from the start of one year to the start of another, to the minute. */
export function changesOf(zone: string, fromYear: number, toYear: number): Change[] {
  const found: Change[] = [];
  const end = Date.UTC(toYear, 0, 1);
  let earlier = Date.UTC(fromYear, 0, 1);
  let before = aheadAt(earlier, zone);
  while (earlier < end) {
    const later = Math.min(earlier + 7 * DAY, end);
    const after = aheadAt(later, zone);
    if (after !== before) found.push({ zone, instant: turn(zone, earlier, later, before), before, after });
    earlier = later;
    before = after;
  }
  return found;
}

/** Every change of every zone's offset from the start of 2026 to the end of 2036. */
export function allChanges(): Change[] {
  return ZONES.flatMap((zone) => changesOf(zone, 2026, 2037));
}

function turn(zone: string, from: number, to: number, before: number): number {
  let low = from / MINUTE;
  let high = to / MINUTE;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (aheadAt(middle * MINUTE, zone) === before) low = middle;
    else high = middle;
  }
  return high * MINUTE;
}
