import { addDays, instantAt, localDay } from '../../calendar/local-time.ts';

/** The next instant (epoch milliseconds) at which it's this local minute there: nobody is written to in their night. */
export function theirHour(now: number, minute: number, timeZone: string): number {
  const today = localDay(now, timeZone);
  const at = instantAt(today, minute, timeZone);
  return at >= now ? at : instantAt(addDays(today, 1), minute, timeZone);
}
