import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { Platform } from '../../chat/person.ts';
import type { Executor } from '../../db/schema.ts';
import { countCheckins } from '../checkins/store.ts';
import { showGroups } from '../guard/groups.ts';
import { type Part, showParts } from '../guard/parts.ts';
import type { Limits } from '../guard/rules.ts';
import { askedByPlatform, pairsDue } from '../nudges/asked-store.ts';
import { accountOf } from '../nudges/store.ts';
import { type Figures, type Outcome, outcomes } from './release.ts';

/** A week as it was. */
export interface Week {
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Of those who were due on a platform, how many were sent their questions. */
  readonly platforms: readonly Part<Platform>[];
  /** Pairs in which someone was due, those of them that checked in, and the most pairs that one person is in. */
  readonly pairs: { readonly due: number; readonly checkedIn: number; readonly mostOfOne: number };
}

/** What may be shown of a week, for good; null while someone isn't accounted for, and where nobody was due. */
export async function weekFigures(
  db: Executor,
  week: IsoWeek,
  limits: Limits,
): Promise<Figures<'week'> | null> {
  const account = await accountOf(db, week);
  if (account.eligible === 0 || account.pending > 0) return null;
  const { pairs: due, mostOfOne } = await pairsDue(db, week);
  const { pairs: checkedIn } = await countCheckins(db, week);
  const platforms = (await askedByPlatform(db, week)).map((one) => ({
    name: one.platform,
    count: one.sent,
    total: one.due,
  }));
  return showWeek({ outcomes: account, platforms, pairs: { due, checkedIn, mostOfOne } }, limits);
}

export function showWeek(week: Week, limits: Limits): Figures<'week'> {
  const groups = outcomes.map((name) => ({ name, count: week.outcomes[name] }));
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  const shown = showGroups(groups, limits);
  // Divided, a group that isn't shown by itself would be.
  const isSentShown = shown?.type === 'groups' && shown.shown.some(({ name }) => name === 'sent');
  return {
    outcomes: shown,
    platforms: isSentShown
      ? [...showParts({ count: week.outcomes.sent, total }, week.platforms, limits)]
      : [],
    checkins: showCheckins(week.pairs, limits),
  };
}

/** A few people may be in more pairs than they are: as many as that must be on either side. */
function showCheckins({ due, checkedIn, mostOfOne }: Week['pairs'], limits: Limits) {
  const groups = [
    { name: 'checked-in', count: checkedIn },
    { name: 'not', count: Math.max(0, due - checkedIn) },
  ] as const;
  return showGroups(groups, { ...limits, smallest: limits.smallest * Math.max(1, mostOfOne) });
}
