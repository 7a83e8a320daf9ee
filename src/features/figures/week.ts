import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { Executor } from '../../db/schema.ts';
import { countCheckins } from '../checkins/store.ts';
import { showGroups } from '../guard/groups.ts';
import { showParts } from '../guard/parts.ts';
import type { Limits } from '../guard/rules.ts';
import { askedByPlatform, pairsDue } from '../nudges/asked-store.ts';
import { accountOf } from '../nudges/store.ts';
import { type Figures, outcomes } from './release.ts';

/** What may be shown of a week, for good; null while someone isn't accounted for, and where nobody was due. */
export async function weekFigures(
  db: Executor,
  week: IsoWeek,
  limits: Limits,
): Promise<Figures<'week'> | null> {
  const account = await accountOf(db, week);
  if (account.eligible === 0 || account.pending > 0) return null;
  const groups = outcomes.map((name) => ({ name, count: account[name] }));
  const platforms = (await askedByPlatform(db, week)).map(({ platform, due, sent }) => ({
    name: platform,
    count: sent,
    total: due,
  }));
  return {
    outcomes: showGroups(groups, limits),
    platforms: [...showParts({ count: account.sent, total: account.eligible }, platforms, limits)],
    checkins: await showCheckins(db, week, limits),
  };
}

/** A few people may be in more pairs than they are: as many as that must be on either side. */
async function showCheckins(db: Executor, week: IsoWeek, limits: Limits) {
  const due = await pairsDue(db, week);
  const { pairs: checkedIn } = await countCheckins(db, week);
  return showGroups(
    [
      { name: 'checked-in' as const, count: checkedIn },
      { name: 'not' as const, count: Math.max(0, due.pairs - checkedIn) },
    ],
    { ...limits, smallest: limits.smallest * Math.max(1, due.mostOfOne) },
  );
}
