import { Temporal } from 'temporal-polyfill';

/**
 * The step between a wall clock in a zone and an instant, by the standard's own rules for gaps and folds. The one file that
 * knows temporal-polyfill: once Node has Temporal itself, only the import goes.
 */

/** What clocks and calendars show somewhere: `month` 1 to 12, `day` 1 to 31, `hour` 0 to 23. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/**
 * The instant (epoch milliseconds) at which clocks in `zone` show `wall`. A time that is skipped moves forward by the gap's
 * length, a time that comes twice is the first. Throws RangeError for an unknown zone and for a date or time that isn't one.
 */
export function instantOf(wall: WallClock, zone: string): number {
  const { year, month, day, hour, minute } = wall;
  return Temporal.ZonedDateTime.from(
    { year, month, day, hour, minute, timeZone: zone },
    { disambiguation: 'compatible', overflow: 'reject' },
  ).epochMilliseconds;
}

/** What clocks in `zone` show at `instant` (epoch milliseconds). Throws RangeError for an unknown zone or a bad instant. */
export function wallClockAt(instant: number, zone: string): WallClock {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}
