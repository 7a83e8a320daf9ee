import { cadences } from '../../calendar/monday.ts';
import type { Quarter } from '../../calendar/periods.ts';
import type { Executor } from '../../db/schema.ts';
import { countByCadence } from '../../people/members/count-store.ts';
import { showStanding, showStarted } from '../guard/change.ts';
import { showGroups } from '../guard/groups.ts';
import type { Limits } from '../guard/rules.ts';
import { countPairs, findPairSums } from '../pairing/sums-store.ts';
import { professionFigures } from './professions.ts';
import type { Figures } from './release.ts';
import { findReleases } from './store.ts';

/** What may be shown of a quarter that has just ended, with who takes part now. */
export async function quarterFigures(
  db: Executor,
  quarter: Quarter,
  limits: Limits,
  listedProfessions: readonly string[],
): Promise<Figures<'quarter'>> {
  const byCadence = await countByCadence(db);
  const members = cadences.reduce((sum, cadence) => sum + byCadence[cadence], 0);
  const pairs = await countPairs(db);
  return {
    members: showStanding(members, limits),
    pairs: showStanding(pairs, limits),
    ...(await startedIn(db, quarter, limits)),
    cadences: showGroups(
      cadences.map((name) => ({ name, count: byCadence[name] })),
      limits,
    ),
    professions: await professionFigures(db, listedProfessions, limits),
  };
}

async function startedIn(
  db: Executor,
  quarter: Quarter,
  limits: Limits,
): Promise<Pick<Figures<'quarter'>, 'started' | 'startedBy'>> {
  const sums = await findPairSums(db, quarter);
  if (sums['counted-in-part'] !== undefined) return { started: null, startedBy: null };
  const { invitation = 0, code = 0, ended = 0 } = sums;
  const earlier = await findReleases(db, 'quarter', 0);
  const isReckonable = earlier.some(({ figures }) => figures?.pairs != null);
  const started = showStarted({ started: invitation + code, ended, isReckonable }, limits);
  const groups = [
    { name: 'invitation', count: invitation },
    { name: 'code', count: code },
  ] as const;
  return { started, startedBy: started === null ? null : showGroups(groups, limits) };
}
