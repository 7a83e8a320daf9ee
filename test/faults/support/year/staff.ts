import {
  addDays,
  type CalendarDay,
  dayText,
  instantAt,
  localDay,
  localMinute,
} from '../../../../src/calendar/local-time.ts';
import type { PersonRef } from '../../../../src/chat/person.ts';
import { eventKinds } from '../../../../src/content/event-kinds.ts';
import { weekdays } from '../../../../src/content/shapes.ts';
import type { Database } from '../../../../src/db/schema.ts';
import { saveSupporter } from '../../../../src/features/supporters/store.ts';
import { nameOf } from '../../../support/support-core.ts';
import { addTrained } from '../../../support/supporters.ts';
import { slackPerson } from '../../../support/turn.ts';
import type { Chance } from '../chance.ts';

export const zone = 'America/New_York';
export const year = 2027;

export const howMany = { clinicians: 3_000, supporters: 35, referrals: 475 };

const minute = 60_000;
const hour = 60 * minute;

/** When someone is on leave, as calendar days in the hospital's zone, both included. */
export interface Leave {
  readonly from: CalendarDay;
  readonly until: CalendarDay;
}

/** Someone the program rests on, and when they look at their phone. */
export interface Staff {
  readonly person: PersonRef;
  readonly leaves: readonly Leave[];
  readonly worksNights: boolean;
}

export interface Program {
  readonly director: Staff;
  readonly deputy: Staff;
  readonly administrator: Staff;
  readonly supporters: readonly Staff[];
}

/** Three weeks in July and the days around New Year are the director's own. */
export function hire(chance: Chance): Program {
  const away = (from: string, until: string): Leave => ({ from: day(from), until: day(until) });
  const staff = (id: string, leaves: readonly Leave[], worksNights = false): Staff => ({
    ...{ person: slackPerson(id), leaves, worksNights },
  });
  return {
    director: staff('UDIRECTOR', [away('07-05', '07-25'), away('12-22', '12-31')]),
    deputy: staff('UDEPUTY', [away('03-08', '03-14'), away('08-02', '08-15')]),
    administrator: staff('UPROGRAM', [away('04-05', '04-11')]),
    supporters: Array.from({ length: howMany.supporters }, (_, nth) =>
      staff(`USUPPORTER${nth}`, leavesOf(chance), nth % 7 === 0),
    ),
  };
}

/** A week in the first half of the year, two in the second. */
function leavesOf(chance: Chance): readonly Leave[] {
  const first = addDays(day('01-04'), chance.between(0, 160));
  const second = addDays(day('07-01'), chance.between(0, 165));
  return [
    { from: first, until: addDays(first, 6) },
    { from: second, until: addDays(second, 13) },
  ];
}

export function day(monthAndDay: string): CalendarDay {
  const [month = 1, date = 1] = monthAndDay.split('-').map(Number);
  return { year, month, day: date };
}

/** Their cards, as they'd have filled them in. Three say yes to three a year, most to four, a third to five. */
export async function fillInCards(db: Database, { supporters }: Program, chance: Chance): Promise<void> {
  for (const [nth, { person, worksNights }] of supporters.entries()) {
    const { id } = await addTrained(db, person, nameOf(person.id));
    await saveSupporter(db, id, {
      kinds: eventKinds.filter(() => chance.isSo(0.4)),
      languages: chance.isSo(0.3) ? ['en', 'es'] : ['en'],
      hours: worksNights ? ['days', 'nights'] : ['days'],
      onCall: [weekdays[nth % 7] ?? 'mon'],
      mostOffers: nth < 3 ? 3 : nth < 23 ? 4 : 5,
    });
  }
}

/** The leave they're on or have ahead, on their card; long enough before it begins. */
export async function writeLeave(db: Database, { person }: Staff, leave: Leave): Promise<void> {
  const row = await db
    .selectFrom('supporters')
    .select('id')
    .where('person_id', '=', person.id)
    .executeTakeFirst();
  if (row === undefined) return;
  await saveSupporter(db, row.id, { awayFrom: dayText(leave.from), awayUntil: dayText(leave.until) });
}

export function isAway({ leaves }: Staff, at: number): boolean {
  return leaves.some(
    ({ from, until }) => at >= instantAt(from, 0, zone) && at < instantAt(addDays(until, 1), 0, zone),
  );
}

/** When they look at a message that came now; null when they're on leave by then, or never do. */
export function looksAt(staff: Staff, now: number, chance: Chance): number | null {
  // Most within the hour or two, some after a long day.
  const later = now + chance.between(2, 90) * minute + (chance.isSo(0.25) ? chance.between(2, 9) * hour : 0);
  const at = staff.worksNights ? later : afterTheNight(later, chance);
  return isAway(staff, at) ? null : at;
}

function afterTheNight(at: number, chance: Chance): number {
  const minuteOfDay = localMinute(at, zone);
  if (minuteOfDay >= 7 * 60 && minuteOfDay < 22 * 60) return at;
  const today = localDay(at, zone);
  const morning = minuteOfDay < 7 * 60 ? today : addDays(today, 1);
  return instantAt(morning, 7 * 60, zone) + chance.between(0, 120) * minute;
}
