import { localMinute } from '../../calendar/local-time.ts';
import { millisecondsInDay, minutesInHour } from '../../calendar/spans.ts';

/** Someone who lost a buddy may find another one by themselves first. With the day that it's sent on, it's within a week. */
export const afterLossMs = 3 * millisecondsInDay;

/** Invitations last two weeks: someone who has joined hears first how theirs ended, and some days later of this. */
export const afterJoiningMs = 17 * millisecondsInDay;

/** For someone without a rhythm. */
const usualMinute = 9 * minutesInHour;

/** From their Monday's hour on, for so long: the job that looks comes round every hour. */
const withinMinutes = 3 * minutesInHour;

/** Whether it's a time of day at which they'd have their Monday's message: nobody is written to in their night. */
export function isTheirHour(now: number, zone: string, nudgeMinute: number | null): boolean {
  const from = nudgeMinute ?? usualMinute;
  const minute = localMinute(now, zone);
  return minute >= from && minute < from + withinMinutes;
}
