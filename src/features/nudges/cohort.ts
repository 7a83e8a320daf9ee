import type { IsoWeek } from '../../calendar/iso-week.ts';
import { nudgeInstant } from '../../calendar/monday.ts';
import type { MemberWithRhythm } from '../../people/members/store.ts';
import { type DueWeeks, dueWeeks, mondaysOf } from './rules.ts';

/** Members who share their Mondays: the calendar is asked once for all of them. Never empty. */
export interface Cohort extends DueWeeks {
  readonly timeZone: string;
  readonly nudgeMinute: number;
  readonly members: readonly MemberWithRhythm[];
  readonly nextNudgeAt: number;
}

/** What is due to each at `now` (epoch milliseconds); cohorts in the order of their first members. */
export function cohortsOf(members: readonly MemberWithRhythm[], now: number): readonly Cohort[] {
  const groups = Map.groupBy(
    members,
    ({ timeZone, rhythm: { nextWeek, nudgeMinute, cadence } }) =>
      `${nextWeek} ${timeZone} ${nudgeMinute} ${cadence}`,
  );
  return [...groups.values()].map((group) => {
    const [{ timeZone, rhythm }] = group as [MemberWithRhythm, ...MemberWithRhythm[]];
    const weeks = dueWeeks(mondaysOf({ timeZone, rhythm }), now);
    const nextNudgeAt = nudgeInstant(weeks.next, rhythm.nudgeMinute, timeZone);
    return { ...weeks, timeZone, nudgeMinute: rhythm.nudgeMinute, members: group, nextNudgeAt };
  });
}

/** Every week that is due to anyone. */
export function weeksOf(cohorts: readonly DueWeeks[]): readonly IsoWeek[] {
  const weeks = cohorts.flatMap(({ missed, send }) => (send === null ? missed : [...missed, send]));
  return [...new Set(weeks)];
}
