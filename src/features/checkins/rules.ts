import { addWeeks, type IsoWeek, parseIsoWeek } from '../../calendar/iso-week.ts';
import { askCountsMs } from '../../people/kept-asks/rules.ts';

/** At most so many times a day one buddy asks the same other for a check-in. */
export const mostReaches = 3;
export const reachesWithinMs = askCountsMs.checkin;

/** Acknowledgements are folded into sums after so many weeks; until then a week can still be acknowledged. */
export const weeksKept = 8;

/** What a "We checked in" button is about: one pair, one ISO week. */
export function acknowledgementText(pairId: string, week: IsoWeek): string {
  return `${pairId}/${week}`;
}

/** Reads what `acknowledgementText` wrote; null for anything else. */
export function readAcknowledgement(about: string): { pairId: string; week: IsoWeek } | null {
  const [pairId = '', weekText = ''] = about.split('/');
  const week = parseIsoWeek(weekText);
  return pairId === '' || week === null ? null : { pairId, week };
}

/** Not so old that its acknowledgements are sums by now. A buddy further east may be a week ahead. */
export function canBeAcknowledged(week: IsoWeek, thisWeek: IsoWeek): boolean {
  return week >= addWeeks(thisWeek, -weeksKept) && week <= addWeeks(thisWeek, 1);
}

/** Why a member's message of a week didn't arrive. */
export type NotDelivered = 'unreachable' | 'failed' | 'missed';

/** What "I will" answers: one message to one of a pair. */
export function answerText(pairId: string, reachId: string): string {
  return `${pairId}/${reachId}`;
}

/** Reads what `answerText` wrote; null for anything else. */
export function readAnswer(about: string): { pairId: string; reachId: string } | null {
  const [pairId = '', reachId = '', ...more] = about.split('/');
  return pairId === '' || reachId === '' || more.length > 0 ? null : { pairId, reachId };
}
