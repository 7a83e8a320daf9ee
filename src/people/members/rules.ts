import { addWeeks, type IsoWeek } from '../../calendar/iso-week.ts';
import { type Cadence, firstWeekAfter, nextWeekFor, nudgeInstant } from '../../calendar/monday.ts';

/** When someone is nudged: their week, and its Monday as an instant (epoch milliseconds). */
export interface Schedule {
  readonly nextWeek: IsoWeek;
  readonly nextNudgeAt: number;
}

/** When a member's Monday questions come. Who takes part in other ways only has none. */
export interface Rhythm extends Schedule, Pause {
  /** Local minutes after midnight. */
  readonly nudgeMinute: number;
  readonly cadence: Cadence;
  /** The last week accounted for: no second nudge for it, whatever the clock of a new time zone says. */
  readonly lastWeek: IsoWeek | null;
}

type Wishes = Pick<Rhythm, 'nudgeMinute' | 'cadence' | 'lastWeek'> & { readonly timeZone: string };

/** For who has none yet: every Monday from the next one on. */
export function newRhythm(nudgeMinute: number, timeZone: string, now: number): Rhythm {
  const wishes = { nudgeMinute, cadence: 'weekly', lastWeek: null } as const;
  const schedule = scheduleNextMonday({ ...wishes, timeZone }, now);
  return { ...wishes, ...schedule, pausedAt: null, pausedUntil: null };
}

/** The next Monday there is, whatever the cadence: for a new member, and for one who has a buddy again. */
export function scheduleNextMonday(wishes: Wishes, now: number): Schedule {
  const first = firstWeekAfter(now, wishes.nudgeMinute, wishes.timeZone);
  const nextWeek =
    wishes.lastWeek !== null && wishes.lastWeek >= first ? addWeeks(wishes.lastWeek, 1) : first;
  return at(nextWeek, wishes);
}

/** The next Monday of the cadence, counted from the last week accounted for. */
export function scheduleByCadence(wishes: Wishes, now: number): Schedule {
  const next = scheduleNextMonday(wishes, now);
  let week = nextWeekFor(wishes.cadence, wishes.lastWeek ?? addWeeks(next.nextWeek, -1));
  while (week < next.nextWeek) week = nextWeekFor(wishes.cadence, week);
  return at(wishes.lastWeek === null && wishes.cadence === 'fortnightly' ? next.nextWeek : week, wishes);
}

/** The same week at another time of day or in another time zone. It may lie in the past: then it is due at once. */
export function scheduleSameWeek(nextWeek: IsoWeek, wishes: Wishes): Schedule {
  return at(nextWeek, wishes);
}

function at(nextWeek: IsoWeek, wishes: Wishes): Schedule {
  return { nextWeek, nextNudgeAt: nudgeInstant(nextWeek, wishes.nudgeMinute, wishes.timeZone) };
}

export interface Pause {
  readonly pausedAt: number | null;
  readonly pausedUntil: number | null;
}

/** True while a pause lasts. It ends by itself: nobody has to switch it off. Without a rhythm there is none. */
export function isPaused(pause: Pause | null, instant: number): boolean {
  if (pause === null || pause.pausedAt === null) return false;
  return pause.pausedUntil === null || instant < pause.pausedUntil;
}
