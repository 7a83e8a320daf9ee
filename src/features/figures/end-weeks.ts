import { addWeeks, type IsoWeek, mondayOf, weekOf } from '../../calendar/iso-week.ts';
import { instantAt } from '../../calendar/local-time.ts';
import type { Database } from '../../db/schema.ts';
import { transact } from '../../db/transact.ts';
import { longestDueSince } from '../../people/members/due-store.ts';
import { findTimeZones } from '../../people/members/time-zone-store.ts';
import { countCheckins } from '../checkins/store.ts';
import { accountOf } from '../nudges/store.ts';
import { withhold, withholdPairs } from './rules.ts';
import { findEnded, keepEnded } from './store.ts';

/** As far back as anything but sums is kept, and as the operator's command looks. */
const weeksBack = 9;

/**
 * Writes down the figures of each week that is over wherever a member lives, once everyone in it is accounted for. Before,
 * anyone who looked in time could have taken one person's Monday from the difference.
 */
export async function endWeeks(db: Database, now: number, smallest: number): Promise<void> {
  const newest = weekOf(now, 'UTC');
  const weeks = Array.from({ length: weeksBack }, (_, back) => addWeeks(newest, -back));
  const ended = await findEnded(db, weeks, smallest);
  const open = weeks.filter((week) => !ended.has(week));
  const zones = await findTimeZones(db);
  for (const week of open.filter((one) => isOver(one, zones, now)))
    await transact(db, async (transaction) => {
      if ((await longestDueSince(transaction, now)) !== null) return;
      const account = await accountOf(transaction, week);
      if (account.eligible === 0 || account.pending > 0) return;
      const shown = withhold(account, smallest);
      const checkins = await countCheckins(transaction, week);
      const pairs = shown && withholdPairs(checkins, account.sent, smallest);
      await keepEnded(transaction, week, { account: shown, pairs }, smallest);
    });
}

function isOver(week: IsoWeek, zones: readonly string[], now: number): boolean {
  const next = mondayOf(addWeeks(week, 1));
  return ['UTC', ...zones].every((zone) => instantAt(next, 0, zone) <= now);
}
