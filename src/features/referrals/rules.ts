import { mondayOf, weekOf } from '../../calendar/iso-week.ts';
import { instantAt } from '../../calendar/local-time.ts';
import { millisecondsInDay, millisecondsInHour, minutesInHour } from '../../calendar/spans.ts';
import type { Role } from '../../people/roles/rules.ts';
import type { ReferralsTable } from './table.ts';

/** Open referrals end by themselves. */
export const openForMs = 30 * millisecondsInDay;

/** A second try comes after three days, and there's never a third. */
export const secondTryAfterMs = 3 * millisecondsInDay;

/** A supporter who has reached out is asked once how it went. */
export const askedAfterMs = 7 * millisecondsInDay;

/** A supporter's reminder goes out on a Monday at nine, 25 to 31 days after they asked for it: nobody can count back to the day. */
export function remindAt(now: number, timeZone: string): number {
  const monday = mondayOf(weekOf(now + 31 * millisecondsInDay, timeZone));
  return instantAt(monday, 9 * minutesInHour, timeZone);
}

/** Within it a colleague should have been reached. */
export const reachedWithinMs = millisecondsInDay;

/** So many colleagues of one event at once. */
export const mostAtOnce = 20;

/** So many open referrals one person may have asked for within a day. */
export const mostADay = 60;

/** Who looks after what waits at the desk, one after the other. Only the first two see who it's about. */
export const levels = ['director', 'deputy', 'program-administrator'] as const satisfies readonly Role[];

export type Level = (typeof levels)[number];

/** The next in line after someone didn't answer; the last stay, and hear of it again. */
export function levelAfter(level: Level): Level {
  return levels[levels.indexOf(level) + 1] ?? level;
}

export function seesWho(level: Level): boolean {
  return level !== 'program-administrator';
}

export function answerBy(now: number, hours: number): number {
  return now + hours * millisecondsInHour;
}

/** What a supporter can say of an offer. `cannot` and `lapsed` never come back from there. */
export const outcomes = ['reached', 'cannot', 'talking', 'declined', 'no-answer', 'done'] as const;

export type Outcome = (typeof outcomes)[number];

export function readOutcome(answer: unknown): Outcome | null {
  const said = answer === "can't" ? 'cannot' : answer;
  return outcomes.find((outcome) => outcome === said) ?? null;
}

/** Whether someone has been in touch: from then on no other supporter is asked. */
export function isReached(state: ReferralsTable['state']): boolean {
  return state !== 'waiting' && state !== 'offered';
}
