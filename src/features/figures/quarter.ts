import { type Cadence, cadences } from '../../calendar/monday.ts';
import type { Quarter } from '../../calendar/periods.ts';
import type { Executor } from '../../db/schema.ts';
import { countByCadence } from '../../people/members/count-store.ts';
import { showStanding, showStarted } from '../guard/change.ts';
import { showGroups } from '../guard/groups.ts';
import type { Limits } from '../guard/rules.ts';
import { countPairs, findPairSums, type PairSums } from '../pairing/sums-store.ts';
import { professionFigures } from './professions.ts';
import type { Figures } from './release.ts';

/** A quarter as it was. */
export interface QuarterAsItWas {
  readonly cadences: Readonly<Record<Cadence, number>>;
  /** At its end. */
  readonly pairs: number;
  readonly pairSums: PairSums;
}

/** What may be shown of a quarter that has just ended, with who takes part now. */
export async function quarterFigures(
  db: Executor,
  quarter: Quarter,
  limits: Limits,
  listedProfessions: readonly string[],
): Promise<Figures<'quarter'>> {
  const asItWas = {
    cadences: await countByCadence(db),
    pairs: await countPairs(db),
    pairSums: await findPairSums(db, quarter),
  };
  return {
    ...showQuarter(asItWas, limits),
    professions: await professionFigures(db, listedProfessions, limits),
  };
}

/** All but the professions. */
export function showQuarter(
  quarter: QuarterAsItWas,
  limits: Limits,
): Omit<Figures<'quarter'>, 'professions'> {
  const groups = cadences.map((name) => ({ name, count: quarter.cadences[name] }));
  const members = groups.reduce((sum, { count }) => sum + count, 0);
  return {
    members: showStanding(members, limits),
    pairs: showStanding(quarter.pairs, limits),
    ...showBeginnings(quarter, limits),
    cadences: showGroups(groups, limits),
  };
}

function showBeginnings(
  { pairSums, pairs: standing }: QuarterAsItWas,
  limits: Limits,
): Pick<Figures<'quarter'>, 'started' | 'startedBy'> {
  const { invitation = 0, code = 0, ended = 0 } = pairSums;
  const shown = showStarted({ started: invitation + code, ended, standing }, limits);
  if (shown === null || pairSums['counted-in-part'] !== undefined) return { started: null, startedBy: null };
  const groups = [
    { name: 'invitation', count: invitation },
    { name: 'code', count: code },
  ] as const;
  return { started: shown, startedBy: showGroups(groups, limits) };
}
