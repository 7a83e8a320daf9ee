import { remember } from './remember.ts';

/** "Monday 23 November" for a local instant. */
export function sayDay(instant: number, zone: string): string {
  return formatter(days, zone, { weekday: 'long', day: 'numeric', month: 'long' }).format(instant);
}

/** "Monday 23 November, 09:00" for a local instant, on a 24-hour clock as wards use it. */
export function sayInstant(instant: number, zone: string): string {
  const time = formatter(times, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${sayDay(instant, zone)}, ${time.format(instant)}`;
}

/** Kept, since making one takes thirty times as long as using it, and a status says up to three instants. */
const days = new Map<string, Intl.DateTimeFormat>();
const times = new Map<string, Intl.DateTimeFormat>();
const ZONES_KEPT = 500;

function formatter(
  kept: Map<string, Intl.DateTimeFormat>,
  zone: string,
  parts: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return remember(
    kept,
    ZONES_KEPT,
    zone,
    () => new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: zone }),
  );
}
