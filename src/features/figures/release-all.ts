import { addWeeks, type IsoWeek, mondayOf, weekOf } from '../../calendar/iso-week.ts';
import { instantAt } from '../../calendar/local-time.ts';
import { endOf, halfYearBefore, quarterBefore } from '../../calendar/periods.ts';
import { millisecondsInDay } from '../../calendar/spans.ts';
import type { Database } from '../../db/schema.ts';
import { transact } from '../../db/transact.ts';
import { longestDueSince } from '../../people/members/due-store.ts';
import { findTimeZones } from '../../people/members/time-zone-store.ts';
import type { Limits } from '../guard/rules.ts';
import { ages, halfYearsCounted } from '../pairing/sums-store.ts';
import { releasePulses } from './pulse.ts';
import { quarterFigures } from './quarter.ts';
import { keepRelease, releasedAmong } from './store.ts';
import { togetherFigures } from './together.ts';
import { weekFigures } from './week.ts';

/** As far back as anything but sums is kept. */
const weeksBack = 9;

/** Who takes part is known of today only: a quarter that has been over for longer gets no figures. */
const quarterIsFreshMs = 14 * millisecondsInDay;

/** By then the last day of a month is over in every zone. */
const everywhereMs = millisecondsInDay;

/**
 * Releases the figures of each week, quarter and half-year that is over wherever a member lives: once, each in a transaction of
 * its own. Before, anyone who looked in time could have taken one person's Monday from the difference. `professions`: ids of the
 * hospital's whole list; without them nothing is said by profession.
 */
export async function releaseFigures(
  db: Database,
  now: number,
  { professions = [], ...limits }: Limits & { readonly professions?: readonly string[] },
): Promise<void> {
  await releaseWeeks(db, now, limits);
  await releaseQuarter(db, now, limits, professions);
  await releaseTogether(db, now, limits);
  await releasePulses(db, now, limits);
}

async function releaseWeeks(db: Database, now: number, limits: Limits): Promise<void> {
  const newest = weekOf(now, 'UTC');
  const weeks = Array.from({ length: weeksBack }, (_, back) => addWeeks(newest, -back));
  const released = await releasedAmong(db, 'week', weeks);
  const zones = await findTimeZones(db);
  for (const week of weeks.filter((one) => !released.has(one) && isOver(one, zones, now)))
    await transact(db, async (transaction) => {
      if ((await longestDueSince(transaction, now)) !== null) return;
      const figures = await weekFigures(transaction, week, limits);
      if (figures !== null) await keepRelease(transaction, 'week', { period: week, figures, ...limits });
    });
}

function isOver(week: IsoWeek, zones: readonly string[], now: number): boolean {
  const next = mondayOf(addWeeks(week, 1));
  return ['UTC', ...zones].every((zone) => instantAt(next, 0, zone) <= now);
}

async function releaseQuarter(
  db: Database,
  now: number,
  limits: Limits,
  professions: readonly string[],
): Promise<void> {
  const quarter = quarterBefore(now);
  const overFor = now - endOf(quarter);
  if (overFor < everywhereMs || overFor > quarterIsFreshMs) return;
  if ((await releasedAmong(db, 'quarter', [quarter])).has(quarter)) return;
  await transact(db, async (transaction) => {
    const figures = await quarterFigures(transaction, quarter, limits, professions);
    await keepRelease(transaction, 'quarter', { period: quarter, figures, ...limits });
  });
}

async function releaseTogether(db: Database, now: number, limits: Limits): Promise<void> {
  const halfYears = Array.from({ length: halfYearsCounted }, (_, back) => halfYearBefore(now, back + 1));
  for (const months of ages) {
    const kind = `together-${months}` as const;
    const released = await releasedAmong(db, kind, halfYears);
    const open = halfYears.filter((one) => !released.has(one) && endOf(one, months) + everywhereMs <= now);
    for (const halfYear of open)
      await transact(db, async (transaction) => {
        const figures = await togetherFigures(transaction, halfYear, { months, limits });
        if (figures !== null) await keepRelease(transaction, kind, { period: halfYear, figures, ...limits });
      });
  }
}
