import { addDays, instantAt, parseDay } from '../../calendar/local-time.ts';
import {
  millisecondsInDay,
  millisecondsInHour,
  millisecondsInMinute,
  minutesInHour,
} from '../../calendar/spans.ts';
import { workdayTime } from '../../calendar/workdays.ts';
import type { Credentials } from '../../chat/adapter.ts';

/** What administrators hear of, each once for each time that it begins. */
export const kinds = ['refused', 'expires', 'nothing-out', 'too-many', 'silent'] as const;

export type Kind = (typeof kinds)[number];

/** Those who had their Monday at the same instant, by what has become of it. Everyone is in one of these. */
export interface Cohort {
  readonly at: number;
  readonly sent: number;
  readonly unreachable: number;
  /** Failed, or too late to be of use. */
  readonly failed: number;
  /** Tried, and to be tried again. */
  readonly retried: number;
  /** Not tried yet. */
  readonly untried: number;
}

/** What is known of one platform at one moment. */
export interface Facts {
  readonly credentials: Credentials;
  /** When they were last found refused; null for not lately. */
  readonly refusedAt: number | null;
  /** The latest Monday that anyone had there. */
  readonly monday: readonly Cohort[];
  /** Since when the longest due member there waits to be planned; null when nobody does. */
  readonly unplannedSince: number | null;
  /** Since when this process looks. */
  readonly upSince: number;
  /** Of Monday's messages, those that arrived after something had last come in; null for none, and while that was lately. */
  readonly unanswered: { readonly since: number; readonly messages: number } | null;
}

export interface Judged {
  readonly kind: Kind;
  /** `unknown`: what stands stays as it is. */
  readonly holds: 'yes' | 'no' | 'unknown';
  /** Since when, where it holds. */
  readonly since: number;
}

interface When {
  readonly now: number;
  /** The hospital's. */
  readonly timeZone: string;
  /** Nothing is told of fewer people. */
  readonly smallest: number;
}

/** What is wrong on a platform, and what isn't. While it refuses Buddy, that is all there is to say of it. */
export function judge(facts: Facts, when: When): readonly Judged[] {
  const refused = judgeRefused(facts, when);
  const isRefused = refused.holds === 'yes' || isLately(facts.refusedAt, when.now);
  const others = [judgeNothingOut(facts, when), judgeTooMany(facts, when), judgeSilent(facts, when)];
  return [
    refused,
    judgeExpires(facts, when),
    ...others.map((one) => (isRefused ? { ...one, holds: 'unknown' as const } : one)),
  ];
}

/** As long as messages may take to go out, also after a refusal is over. */
const graceMs = millisecondsInHour;

function isLately(instant: number | null, now: number): boolean {
  return instant !== null && instant > now - graceMs;
}

function judgeRefused({ credentials: { standing } }: Facts, { now }: When): Judged {
  const holds = { refused: 'yes', accepted: 'no', unconfirmed: 'unknown' } as const;
  return { kind: 'refused', holds: holds[standing], since: now };
}

const warnedDaysBefore = 14;

/** From nine in the hospital's morning on. */
const fromMinute = 9 * minutesInHour;

function judgeExpires({ credentials: { expires } }: Facts, { now, timeZone }: When): Judged {
  const day = expires === null ? null : parseDay(expires);
  const isSoon = day !== null && now >= instantAt(addDays(day, -warnedDaysBefore), fromMinute, timeZone);
  return { kind: 'expires', holds: isSoon ? 'yes' : 'no', since: now };
}

/** Of an older Monday nobody has to hear anymore. */
const mondayCountsMs = 6 * millisecondsInDay;

/**
 * Those who can't be reached don't count: that they have removed the app is their choice, and no fault. So this speaks of
 * the program and of nobody in it, and is told however few there are.
 */
function judgeNothingOut({ monday, unplannedSince, upSince }: Facts, { now }: When): Judged {
  const began = now - graceMs;
  const due = monday.filter(({ at }) => at <= began && at > now - mondayCountsMs);
  const since = Math.min(...due.map(({ at }) => at), unplannedSince ?? now);
  const sentAny = (cohorts: readonly Cohort[]) => cohorts.some(({ sent }) => sent > 0);
  const isUnplanned =
    unplannedSince !== null &&
    Math.max(unplannedSince, upSince) <= began &&
    !sentAny(monday.filter(({ at }) => at >= unplannedSince));
  const wait = due.reduce((sum, one) => sum + one.failed + one.retried + one.untried, 0);
  if (isUnplanned || (wait > 0 && !sentAny(monday))) return { kind: 'nothing-out', holds: 'yes', since };
  return { kind: 'nothing-out', holds: sentAny(monday) ? 'no' : 'unknown', since };
}

/**
 * Only those count who had their Monday together with at least `smallest` of them, as in the figures of a week under way; and of
 * fewer than `smallest` for whom it failed nothing is said.
 */
function judgeTooMany({ monday, unplannedSince, ...facts }: Facts, when: When): Judged {
  const { now, smallest } = when;
  const cohorts = monday.filter((one) => one.at > now - mondayCountsMs && everyone(one) >= smallest);
  const since = Math.min(now, ...cohorts.map(({ at }) => at));
  const all = cohorts.reduce((sum, one) => sum + everyone(one), 0);
  const missed = cohorts.reduce((sum, one) => sum + notThrough(one, now), 0);
  const isTried = cohorts.every(({ untried }) => untried === 0);
  const isSettled = cohorts.every(({ at, retried }) => retried === 0 || at <= now - graceMs);
  const unknown = { kind: 'too-many', holds: 'unknown', since } as const;
  if (all === 0 || !isTried) return unknown;
  if (judgeNothingOut({ monday, unplannedSince, ...facts }, when).holds === 'yes') return unknown;
  if (missed * 10 <= all) return { ...unknown, holds: isSettled ? 'no' : 'unknown' };
  return { ...unknown, holds: missed >= smallest ? 'yes' : 'unknown' };
}

function everyone({ sent, unreachable, failed, retried, untried }: Cohort): number {
  return sent + unreachable + failed + retried + untried;
}

function notThrough({ at, unreachable, failed, retried }: Cohort, now: number): number {
  return unreachable + failed + (at <= now - graceMs ? retried : 0);
}

/** Where something came in within this time, nothing is said of silence. */
export const silentForMs = 2 * millisecondsInDay;

/**
 * That nobody says anything is usual in most of a week. It's not when Monday's questions have just reached at least `smallest`
 * people, and two days later, weekends left out, not a single tap has come in.
 */
function judgeSilent({ unanswered }: Facts, { now, timeZone, smallest }: When): Judged {
  const since = unanswered?.since ?? now;
  const isSilent =
    unanswered !== null &&
    unanswered.messages >= smallest &&
    workdayTime(unanswered.since, now, timeZone) >= silentForMs;
  const heardSince = unanswered === null;
  return { kind: 'silent', holds: isSilent ? 'yes' : heardSince ? 'no' : 'unknown', since };
}

/** A refusal that passes by itself within moments isn't told. */
const certainAfterMs = 15_000;

/** Who can't be written to at the first look, just after a start, can be a little later. */
const toldForMs = 10 * millisecondsInMinute;

/** Whether a matter is certain enough to be told, and there may be someone who hasn't been. */
export function isToBeTold(
  kind: Kind,
  { since, toldAt }: { readonly since: number; readonly toldAt: number | null },
  now: number,
): boolean {
  if (kind === 'refused' && now - since < certainAfterMs) return false;
  return toldAt === null || now - toldAt < toldForMs;
}

/** What hasn't been so for this long is over; what comes and goes until then is one matter. */
export const overAfterMs = 15 * millisecondsInMinute;
