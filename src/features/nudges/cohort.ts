import type { IsoWeek } from '../../calendar/iso-week.ts';
import { nudgeInstant } from '../../calendar/monday.ts';
import { type DueWeeks, dueWeeks, type Rhythm } from './rules.ts';

/** Members who share a rhythm: the calendar is asked once for all of them. Never empty. */
export interface Cohort<Member extends Rhythm> extends DueWeeks {
  readonly rhythm: Rhythm;
  readonly members: readonly Member[];
  readonly nextNudgeAt: number;
}

/** What is due to whom at `now` (epoch milliseconds); cohorts in the order of their first members. */
export function cohortsOf<Member extends Rhythm>(
  members: readonly Member[],
  now: number,
): readonly Cohort<Member>[] {
  const groups = Map.groupBy(
    members,
    ({ nextWeek, timeZone, nudgeMinute, cadence }) => `${nextWeek} ${timeZone} ${nudgeMinute} ${cadence}`,
  );
  return [...groups.values()].map((group) => {
    const [rhythm] = group as [Member, ...Member[]];
    const weeks = dueWeeks(rhythm, now);
    const nextNudgeAt = nudgeInstant(weeks.next, rhythm.nudgeMinute, rhythm.timeZone);
    return { ...weeks, rhythm, members: group, nextNudgeAt };
  });
}

/** Every week that is due to anybody. */
export function weeksOf(cohorts: readonly DueWeeks[]): readonly IsoWeek[] {
  const weeks = cohorts.flatMap(({ missed, send }) => (send === null ? missed : [...missed, send]));
  return [...new Set(weeks)];
}
