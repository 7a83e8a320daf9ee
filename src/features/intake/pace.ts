import { millisecondsInMinute } from '../../calendar/spans.ts';
import type { Clock } from '../../system/clock.ts';

/** More in a minute than any hospital has events: a loop in the other program, or a stolen secret. */
export const mostAMinute = 60;

/** Counts what was signed, in this process. Null when it may go on, else after how many seconds it may. */
export function createPace(uptime: Clock): () => number | null {
  const lately: number[] = [];
  return () => {
    const now = uptime.now();
    while (lately[0] !== undefined && lately[0] <= now - millisecondsInMinute) lately.shift();
    const [first] = lately;
    if (first !== undefined && lately.length >= mostAMinute)
      return Math.ceil((first + millisecondsInMinute - now) / 1000);
    lately.push(now);
    return null;
  };
}
